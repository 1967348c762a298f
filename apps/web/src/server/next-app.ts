import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { fileURLToPath } from "node:url";
import next from "next";

export interface NextApp {
  handle(req: IncomingMessage, res: ServerResponse): Promise<void>;
  /** Lets the development server reload pages over a websocket; production refuses upgrades. */
  acceptUpgrades(server: Server): void;
  close(): Promise<void>;
}

/** Prepares Next for the folder of this app, from the build or, in development, by compiling. */
export async function startNext(options: { dev: boolean; port: number }): Promise<NextApp> {
  const dir = fileURLToPath(new URL("../../", import.meta.url));
  const app = next({ dev: options.dev, dir, hostname: "localhost", port: options.port });
  await app.prepare();
  const handle = app.getRequestHandler();
  return {
    handle: (req, res) => handle(req, res),
    acceptUpgrades(server) {
      if (!options.dev) return;
      const upgrade = app.getUpgradeHandler();
      server.on("upgrade", (req, socket, head) => void upgrade(req, socket, head));
    },
    close: () => app.close(),
  };
}
