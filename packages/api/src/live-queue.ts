export type LiveEvent = { type: "ready" } | { type: "ticket"; ticketId: string; courseId: string };

/** A reader this far behind is told to read afresh instead. */
const MAX_WAITING = 200;

/** What waits to be written to one stream. Repeats of what already waits are left out. */
export class LiveQueue implements AsyncIterable<LiveEvent> {
  #waiting: LiveEvent[] = [];
  #wake: (() => void) | undefined;
  #ended = false;

  constructor(signal: AbortSignal | undefined) {
    if (signal?.aborted) this.#ended = true;
    signal?.addEventListener("abort", () => this.end(), { once: true });
  }

  push(event: LiveEvent): void {
    if (event.type === "ready" || this.#waiting.length >= MAX_WAITING) {
      // Reading afresh covers everything that was waiting.
      this.#waiting = [{ type: "ready" }];
    } else if (!this.#waiting.some((other) => isSame(other, event))) {
      this.#waiting.push(event);
    }
    this.#wake?.();
  }

  end(): void {
    this.#ended = true;
    this.#wake?.();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<LiveEvent> {
    while (!this.#ended) {
      const next = this.#waiting.shift();
      if (next) {
        yield next;
        continue;
      }
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }
}

function isSame(one: LiveEvent, other: LiveEvent): boolean {
  if (one.type === "ready" || other.type === "ready") return one.type === other.type;
  return one.ticketId === other.ticketId;
}
