import { join } from "node:path";
import { type Database, openDatabase } from "@atrium/db/client";
import { root } from "../../scripts/bootstrap/paths.mjs";
import type { Bench } from "./bench.ts";
import type { Target } from "./load/request.ts";
import { postgresVersion, startAtrium } from "./runs/atrium.ts";
import { plainEnvironment } from "./runs/environment.ts";
import { temporaryFolder } from "./runs/temporary-folder.ts";
import { startCeilings } from "./tickets/ceilings.ts";
import { checkTickets, countTickets, listStudents } from "./tickets/ledger.ts";
import { atriumTarget, ticketRequests } from "./tickets/requests.ts";
import { runRounds, type Settings } from "./tickets/rounds.ts";
import { signInAll } from "./tickets/sign-in.ts";
import { summarize } from "./tickets/summary.ts";

const full: Settings = {
  connections: 32,
  repetitions: 5,
  seconds: 10,
  rates: [50, 200],
  warmUpRequests: 2_000,
};
const rehearsal: Settings = { ...full, repetitions: 2, seconds: 1, warmUpRequests: 200 };

/** Opening a ticket through the whole server, against the least servers that could answer. */
export const bench: Bench = {
  async measure(quick, cleanup) {
    const settings = quick ? rehearsal : full;
    const dataDir = join(temporaryFolder(cleanup), "data");
    const environment = plainEnvironment();
    const atrium = await startAtrium({ folder: root, dataDir, environment }, cleanup);
    const database = openDatabase(atrium.ownerUrl, { max: 2, applicationName: "atrium bench" });
    cleanup.add(() => database.close());

    const url = `http://127.0.0.1:${atrium.port}`;
    const next = ticketRequests(await students(database, url, atrium.origin), atrium.origin);
    const target = atriumTarget(url, next);
    const before = await countTickets(database);
    const ceilings = await startCeilings(await openOne(target), next, cleanup);
    const rounds = await runRounds({ ...ceilings, atrium: target }, settings);
    // One ticket was opened to know what an answer looks like.
    await checkTickets(database, before + 1 + rounds.ticketsAnswered);

    const postgres = await postgresVersion(atrium.ownerUrl);
    return { ...summarize(rounds, settings), postgres };
  },
};

async function students(database: Database, url: string, origin: string) {
  const places = await listStudents(database);
  const emails = [...new Set(places.map(({ email }) => email))];
  console.log(`Signing in ${emails.length} people`);
  const sessions = await signInAll(url, origin, emails);
  return places.map(({ email, courseId }) => ({ courseId, session: sessions.get(email) ?? "" }));
}

/** Opens one ticket and answers the body of the response. */
async function openOne({ url, next }: Target): Promise<string> {
  const { path, headers, body } = next();
  const answer = await fetch(`${url}${path}`, { method: "POST", headers, body });
  const text = await answer.text();
  if (answer.status !== 200) throw new Error(`A ticket was refused: ${answer.status} ${text}`);
  return text;
}
