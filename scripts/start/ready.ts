import { setTimeout as sleep } from "node:timers/promises";

/**
 * Waits until the address answers 2xx.
 *
 * @throws the signal's reason when the run ends first; Error when it takes longer than a minute.
 */
export async function waitUntilReady(url: string, signal: AbortSignal): Promise<void> {
  const end = Date.now() + 60_000;
  let last = "no answer";
  while (Date.now() < end) {
    signal.throwIfAborted();
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(5_000) });
      if (response.ok) return;
      last = `${response.status} ${(await response.text()).slice(0, 500)}`;
    } catch (error) {
      last = String((error as Error).cause ?? error);
    }
    await sleep(100);
  }
  throw new Error(`${url} was not ready within a minute; last: ${last}`);
}
