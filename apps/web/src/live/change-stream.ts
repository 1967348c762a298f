import { apiUrl } from "../trpc/call-api.ts";

/** What the server says: read everything afresh, or one ticket has changed. */
export type Change = { type: "ready" } | { type: "ticket"; ticketId: string };

export interface StreamHandlers {
  event(change: Change): void;
  /** Something was heard: the connection carries. */
  alive(): void;
  /** The stream has failed or ended, and will not go on by itself. */
  closed(): void;
}

/** The server is never silent for more than 15 s; a connection that is has died unnoticed. */
const LONGEST_SILENCE_MS = 40_000;

/**
 * Opens the server's stream of changes: one server-sent events connection, in the form tRPC gives a
 * subscription. Not tRPC's own link: that would be a tenth of the script of every first page.
 */
export function openChangeStream({ event, alive, closed }: StreamHandlers): { close(): void } {
  const source = new EventSource(`${apiUrl}/live.changes`);
  let silence: ReturnType<typeof setTimeout> | undefined;
  const close = () => {
    clearTimeout(silence);
    source.close();
  };
  const lose = () => {
    close();
    closed();
  };
  const hear = () => {
    clearTimeout(silence);
    silence = setTimeout(lose, LONGEST_SILENCE_MS);
    alive();
  };
  source.onmessage = ({ data }: MessageEvent<string>) => {
    hear();
    event(JSON.parse(data) as Change);
  };
  for (const sign of ["connected", "ping"]) source.addEventListener(sign, hear);
  for (const end of ["return", "serialized-error", "error"]) source.addEventListener(end, lose);
  silence = setTimeout(lose, LONGEST_SILENCE_MS);
  return { close };
}
