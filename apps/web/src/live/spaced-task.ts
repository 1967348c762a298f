/** Long enough to take in the events of one transaction together, too short to notice. */
const GATHER_MS = 50;
/** On a busy night lists refetch at this pace, not once per ticket. */
const SPACING_MS = 500;

/** Runs `task` soon after it is first requested, and at most twice a second however often it is. */
export function createSpacedTask(task: () => void): { request(): void; cancel(): void } {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let lastRun = Number.NEGATIVE_INFINITY;
  return {
    request() {
      if (timer) return;
      const delay = Math.max(GATHER_MS, lastRun + SPACING_MS - performance.now());
      timer = setTimeout(() => {
        timer = null;
        lastRun = performance.now();
        task();
      }, delay);
    },
    cancel() {
      if (timer) clearTimeout(timer);
      timer = null;
    },
  };
}
