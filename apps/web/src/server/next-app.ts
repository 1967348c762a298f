import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { fileURLToPath } from "node:url";
import next from "next";

export interface NextApp {
  handle(req: IncomingMessage, res: ServerResponse): Promise<void>;
  close(): Promise<void>;
}

export interface NextOptions {
  dev: boolean;
  port: number;
  server: Server;
}

/** Prepares Next for the folder of this app, from the build or, in development, by compiling. */
export async function startNext({ dev, port, server }: NextOptions): Promise<NextApp> {
  const app = next({
    dev,
    port,
    dir: fileURLToPath(new URL("../../", import.meta.url)),
    hostname: "localhost",
    // Next takes over the upgrades of this server. Development reloads pages over them; in production
    // they would pass every check of ours, and unknown ones stay open for ever, so it gets a server
    // that nobody reaches.
    httpServer: dev ? server : createServer(),
  });
  await app.prepare();
  const handle = app.getRequestHandler();
  return { handle: (req, res) => handle(req, res), close: () => app.close() };
}
