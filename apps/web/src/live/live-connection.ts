export type LiveStatus = "connecting" | "live" | "waiting";

export interface LiveConnectionOptions<Event> {
  /** Opens one stream; `closed` says that it failed or ended. */
  open(handlers: { event(event: Event): void; closed(): void }): { close(): void };
  onEvent(event: Event): void;
  onStatus?(status: LiveStatus): void;
  /** 0 <= random < 1; spreads out a crowd that lost the same server. */
  random?: () => number;
}

export interface LiveConnection {
  /** Opens the stream; while one is open or awaited, drops it and opens another at once. */
  connect(): void;
  /** Skips the rest of a waiting time; leaves an open stream alone. */
  retryNow(): void;
  stop(): void;
}

const FIRST_DELAY_MS = 500;
const LONGEST_DELAY_MS = 30_000;

/**
 * Keeps one stream open: reconnects after every loss with doubling, jittered delays. The browser's
 * own EventSource retry gives up for good on any answer but 200, such as a proxy's 502 at a restart.
 */
export function createLiveConnection<Event>(options: LiveConnectionOptions<Event>): LiveConnection {
  const random = options.random ?? Math.random;
  let stream: { close(): void } | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let losses = 0;
  // Whatever an older stream still has to say is not ours to hear.
  let generation = 0;

  function open() {
    stop();
    const mine = generation;
    options.onStatus?.("connecting");
    const opened = options.open({
      event(event) {
        if (mine !== generation) return;
        losses = 0;
        options.onStatus?.("live");
        options.onEvent(event);
      },
      closed() {
        if (mine === generation) wait();
      },
    });
    if (mine === generation) stream = opened;
    else opened.close();
  }

  function wait() {
    stop();
    const ceiling = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** losses);
    losses += 1;
    options.onStatus?.("waiting");
    timer = setTimeout(open, ceiling / 2 + (ceiling / 2) * random());
  }

  function stop() {
    generation += 1;
    if (timer) clearTimeout(timer);
    timer = null;
    stream?.close();
    stream = null;
  }

  /** Something has changed for the better, so earlier losses say nothing about the next one. */
  function connect() {
    losses = 0;
    open();
  }

  return {
    connect,
    retryNow() {
      if (timer) connect();
    },
    stop,
  };
}
