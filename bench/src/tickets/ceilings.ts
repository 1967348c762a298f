import { fork } from "node:child_process";
import { once } from "node:events";
import { pinnedNode } from "../../../scripts/bootstrap/paths.mjs";
import type { Cleanup } from "../cleanup.ts";
import type { LoadRequest, Target } from "../load/request.ts";

/** Servers without Atrium in them, for the same requests and with an answer of the same size. */
export async function startCeilings(
  answer: string,
  next: () => LoadRequest,
  cleanup: Cleanup,
): Promise<{ bare: Target; jsonAndZod: Target }> {
  const program = new URL("./ceiling-server.ts", import.meta.url);
  const child = fork(program, { execPath: pinnedNode });
  cleanup.add(() => void child.kill());
  child.send(answer);
  const [port] = await once(child, "message");
  const url = `http://127.0.0.1:${port}`;
  const cpuSeconds = async () => Number(await (await fetch(`${url}/cpu`)).text());
  const at = (path: string): Target => ({ url, next: () => ({ ...next(), path }), cpuSeconds });
  return { bare: at("/bare"), jsonAndZod: at("/json-and-zod") };
}
