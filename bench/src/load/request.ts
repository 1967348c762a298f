/** One HTTP request of a load; every call for the next one may give another. */
export interface LoadRequest {
  path: string;
  headers: Record<string, string>;
  body: string;
}

/** Where a load goes. */
export interface Target {
  /** Such as http://127.0.0.1:3000. */
  url: string;
  next(): LoadRequest;
  /** Processor time the server's process has used so far. */
  cpuSeconds(): Promise<number>;
}
