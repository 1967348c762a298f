import type { Change, StreamHandlers } from "./change-stream.ts";
import { createLiveConnection, type LiveConnection } from "./live-connection.ts";

/** What tabs tell each other. `hello` and `knock` want an answer from the tab that leads. */
type Word =
  | { kind: "change"; change: Change }
  | { kind: "alive" }
  | { kind: "hello"; from: string }
  | { kind: "welcome"; to: string }
  | { kind: "knock" };

export interface SharedChangesOptions {
  /** Tabs that use the same name share one stream: one name for each person. */
  name: string;
  open(handlers: StreamHandlers): { close(): void };
  /** `ready` comes whenever this tab may have missed something. */
  onChange(change: Change): void;
  /** Distinguishes this tab from the others. */
  tab: string;
  locks: LockManager | undefined;
  channel: BroadcastChannel | undefined;
  /** How long a leader may leave a knock unanswered before its place is taken. */
  patienceMs?: number;
}

/**
 * One stream of changes for all tabs of a person: browsers allow six connections to a server over
 * HTTP/1.1, and every tab would hold one. The tab that holds a Web Lock has the stream and passes on
 * what it hears; when it closes, the browser gives the lock to the next. Without locks or channels
 * (plain http on a foreign address) each tab has a stream of its own.
 */
export class SharedChanges {
  readonly #options: SharedChangesOptions;
  #connection: LiveConnection | null = null;
  #live = false;
  #turn: AbortController | null = null;
  #patience: ReturnType<typeof setTimeout> | undefined;

  constructor(options: SharedChangesOptions) {
    this.#options = options;
    options.channel?.addEventListener("message", ({ data }) => this.#hear(data as Word));
  }

  /** Takes part, as the leader when there is none. */
  join(): void {
    if (this.#turn) return;
    this.#queueUp(false);
    this.#say({ kind: "hello", from: this.#options.tab });
  }

  /** Stops taking part: the stream, if it was here, goes to another tab. */
  leave(): void {
    clearTimeout(this.#patience);
    this.#turn?.abort();
    this.#turn = null;
    this.#stopLeading();
  }

  /** The network is back: whatever stream there is may be dead. */
  reconnect(): void {
    this.#connection?.connect();
  }

  /** Makes sure that somebody leads, and skips the rest of a waiting time. */
  check(): void {
    this.#connection?.retryNow();
    if (this.#connection || !this.#turn) return;
    this.#say({ kind: "knock" });
    const { patienceMs = 3_000 } = this.#options;
    clearTimeout(this.#patience);
    // The browser may have stopped the leading tab without taking its lock away.
    this.#patience = setTimeout(() => {
      this.#turn?.abort();
      this.#queueUp(true);
    }, patienceMs);
  }

  #queueUp(steal: boolean): void {
    const { name, locks, channel } = this.#options;
    const turn = new AbortController();
    const { signal } = turn;
    this.#turn = turn;
    if (!locks || !channel) {
      this.#lead();
      return;
    }
    const hold = () => {
      if (signal.aborted) return;
      this.#lead();
      return new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve()));
    };
    locks.request(name, steal ? { steal } : { signal }, hold).catch((error: unknown) => {
      if (signal.aborted) return;
      // Another tab took the lock over because this one did not answer in time.
      if (error instanceof Error && error.name === "AbortError") {
        this.#stopLeading();
        this.#queueUp(false);
      } else {
        // Locks may be forbidden altogether.
        this.#lead();
      }
    });
  }

  #lead(): void {
    const { open, onChange } = this.#options;
    clearTimeout(this.#patience);
    this.#connection = createLiveConnection<Change>({
      open: (handlers) => open({ ...handlers, alive: () => this.#say({ kind: "alive" }) }),
      onStatus: (status) => {
        this.#live = status === "live";
      },
      onEvent: (change) => {
        this.#say({ kind: "change", change });
        onChange(change);
      },
    });
    this.#connection.connect();
  }

  #stopLeading(): void {
    this.#connection?.stop();
    this.#connection = null;
    this.#live = false;
  }

  #say(word: Word): void {
    this.#options.channel?.postMessage(word);
  }

  #hear(word: Word): void {
    if (!this.#turn) return;
    if (this.#connection) this.#answer(word);
    else this.#follow(word);
  }

  #follow(word: Word): void {
    const { tab, onChange } = this.#options;
    if (word.kind === "hello" || word.kind === "knock") return;
    clearTimeout(this.#patience);
    if (word.kind === "change") onChange(word.change);
    if (word.kind === "welcome" && word.to === tab) onChange({ type: "ready" });
  }

  #answer(word: Word): void {
    if (word.kind === "knock") this.#connection?.retryNow();
    if (word.kind === "hello" && this.#live) this.#say({ kind: "welcome", to: word.from });
    else if (word.kind === "hello" || word.kind === "knock") this.#say({ kind: "alive" });
  }
}
