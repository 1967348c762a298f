export interface InFlight {
  /** Counts one request in; call the answer once, when it is over. */
  enter(): () => void;
  count(): number;
  /** Resolves once nothing runs. */
  idle(): Promise<void>;
}

/** Counts what is being worked on, so that a shutdown can wait for it. */
export function createInFlight(): InFlight {
  let running = 0;
  const waiting = new Set<() => void>();
  return {
    enter() {
      running += 1;
      return () => {
        running -= 1;
        if (running > 0) return;
        for (const resolve of waiting) resolve();
        waiting.clear();
      };
    },
    count: () => running,
    idle: () =>
      running === 0 ? Promise.resolve() : new Promise((resolve) => void waiting.add(resolve)),
  };
}
