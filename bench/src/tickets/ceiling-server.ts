// A program of its own, as the server it is compared with: the two least servers that could answer
// the same request. It is told the answer and tells its port.
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { openTicketInput } from "@atrium/domain/tickets/schema";

function answerJson(res: ServerResponse, body: string): void {
  res.writeHead(200, {
    "content-type": "application/json",
    "content-length": Buffer.byteLength(body),
  });
  res.end(body);
}

/** What any server in TypeScript has to do at least: read, parse, check. */
async function parseAndAnswer(req: IncomingMessage, res: ServerResponse, body: string) {
  const chunks: Buffer[] = [];
  for await (const chunk of req) chunks.push(chunk);
  // tRPC's batches name each call by its place.
  const { 0: input } = JSON.parse(Buffer.concat(chunks).toString());
  openTicketInput.parse(input);
  answerJson(res, body);
}

function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

process.once("message", (fixedAnswer: string) => {
  const server = createServer((req, res) => {
    if (req.url === "/cpu") return answerJson(res, JSON.stringify(cpuSeconds()));
    if (req.url === "/bare") return answerJson(res, fixedAnswer);
    parseAndAnswer(req, res, fixedAnswer).catch((error: Error) => res.destroy(error));
  });
  server.listen(0, "127.0.0.1", () => process.send?.((server.address() as AddressInfo).port));
});
process.once("disconnect", () => process.exit());
