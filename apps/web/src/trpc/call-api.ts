import type { AppRouter } from "@atrium/api/root";
import type { inferRouterError } from "@trpc/server";

export const apiUrl = "/api/trpc";

/** What the server says about a call it refuses. */
export type FailureData = Partial<inferRouterError<AppRouter>["data"]>;

/** A call that failed; without `data` there was no answer worth reading. */
export class ApiError extends Error {
  readonly data: FailureData | null;

  constructor(message: string, data: FailureData | null) {
    super(message);
    this.name = "ApiError";
    this.data = data;
  }
}

interface Answer {
  result?: { data: unknown };
  error?: { message: string; data: FailureData };
}

interface Call {
  path: string;
  input: unknown;
  resolve(data: unknown): void;
  reject(error: unknown): void;
}

/** The server refuses more than 20 calls a batch, and proxies refuse long addresses. */
const MOST_CALLS = 10;
const LONGEST_URL = 4_000;

let waiting: Call[] = [];

/**
 * Reads from the API. Calls of the same moment go out together, in the form tRPC's own batches have.
 *
 * @throws ApiError for a refusal, and for an answer that is none of the API's.
 */
export function queryApi(path: string, input: unknown): Promise<unknown> {
  return new Promise((resolve, reject) => {
    if (waiting.push({ path, input, resolve, reject }) === 1) setTimeout(sendWaiting);
  });
}

/**
 * Changes something, each time in a request of its own: one that is lost takes no other with it.
 *
 * @throws ApiError for a refusal, and for an answer that is none of the API's.
 */
export async function mutateApi(path: string, input: unknown): Promise<unknown> {
  const answer = await ask(`${apiUrl}/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(input),
  });
  return dataOf(answer as Answer);
}

function sendWaiting(): void {
  let batch: Call[] = [];
  for (const call of waiting) {
    const larger = [...batch, call];
    if (batch.length > 0 && (larger.length > MOST_CALLS || urlOf(larger).length > LONGEST_URL)) {
      void sendBatch(batch);
      batch = [call];
    } else batch = larger;
  }
  waiting = [];
  void sendBatch(batch);
}

async function sendBatch(batch: Call[]): Promise<void> {
  try {
    const answers = (await ask(urlOf(batch))) as Answer[];
    for (const [index, call] of batch.entries()) settle(call, answers[index]);
  } catch (error) {
    for (const { reject } of batch) reject(error);
  }
}

/** One that is refused leaves the others as they are. */
function settle({ resolve, reject }: Call, answer: Answer | undefined): void {
  try {
    resolve(dataOf(answer));
  } catch (error) {
    reject(error);
  }
}

function urlOf(batch: Call[]): string {
  const paths = batch.map(({ path }) => path).join(",");
  const inputs = Object.fromEntries(batch.map(({ input }, index) => [index, input]));
  return `${apiUrl}/${paths}?batch=1&input=${encodeURIComponent(JSON.stringify(inputs))}`;
}

async function ask(url: string, init?: RequestInit): Promise<unknown> {
  const response = await fetch(url, init);
  return response.json().catch(() => {
    throw new ApiError(`Answered ${response.status}`, null);
  });
}

function dataOf(answer: Answer | undefined): unknown {
  if (answer?.result) return answer.result.data;
  throw new ApiError(answer?.error?.message ?? "No answer", answer?.error?.data ?? null);
}
