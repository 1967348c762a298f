// The part of autocannon used here; it ships no types of its own.
declare module "autocannon" {
  import type { EventEmitter } from "node:events";

  interface Request {
    method?: string;
    path?: string;
    headers?: Record<string, string>;
    body?: string;
    setupRequest?: (request: Request) => Request;
  }

  interface Options {
    url: string;
    connections: number;
    /** Requests altogether; the run ends when the last one is answered. */
    amount: number;
    /** Milliseconds between two looks at whether the run is over. */
    sampleInt: number;
    requests: Request[];
  }

  interface Result {
    errors: number;
    timeouts: number;
  }

  interface Instance extends EventEmitter, PromiseLike<Result> {
    on(
      event: "response",
      listener: (client: unknown, status: number, bytes: number, ms: number) => void,
    ): this;
  }

  const autocannon: (options: Options) => Instance;
  export = autocannon;
}
