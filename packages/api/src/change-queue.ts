import type { Change } from "@atrium/domain/kernel/changes";

/** More different tickets than this at once: telling every page to read afresh is cheaper. */
const MAX_WAITING = 500;

/** Changes not yet delivered, oldest first. Several of one ticket are delivered as one. */
export class ChangeQueue {
  readonly #waiting = new Map<string, Change>();
  #overflown = false;

  add(change: Change): void {
    const earlier = this.#waiting.get(change.ticketId);
    // Once anything concerns everybody, the merged change does.
    const staffOnly = change.staffOnly === true && (earlier?.staffOnly ?? true);
    this.#waiting.set(change.ticketId, { ...change, staffOnly });
    if (this.#waiting.size <= MAX_WAITING) return;
    this.#waiting.clear();
    this.#overflown = true;
  }

  take(): Change | "overflow" | undefined {
    if (this.#overflown) {
      this.#overflown = false;
      return "overflow";
    }
    const [oldest] = this.#waiting.values();
    if (oldest) this.#waiting.delete(oldest.ticketId);
    return oldest;
  }
}
