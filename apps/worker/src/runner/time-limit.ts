/** The task went on for longer than it may; its job is tried again. */
export class TimeLimitError extends Error {
  constructor() {
    super("time limit");
    this.name = "TimeLimitError";
  }
}

/**
 * Runs work that must end within `ms`. Its signal aborts at the limit and when `outer` does; at the
 * limit it throws TimeLimitError even if the work does not listen.
 */
export async function withTimeLimit<Result>(
  ms: number,
  outer: AbortSignal,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const limit = new AbortController();
  const { promise: expired, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    const error = new TimeLimitError();
    limit.abort(error);
    reject(error);
  }, ms);
  try {
    return await Promise.race([work(AbortSignal.any([limit.signal, outer])), expired]);
  } finally {
    clearTimeout(timer);
  }
}
