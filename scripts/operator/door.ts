import { type Database, openDatabase } from "@atrium/db/client";
import { findCourse, findUserByEmail } from "@atrium/domain/identity/queries";
import { DomainError } from "@atrium/domain/kernel/errors";
import { runRead } from "@atrium/domain/kernel/transaction";
import { type CommandContext, UsageError } from "../atrium/command.ts";
import { Refusal } from "../bootstrap/refusal.mjs";

const refusals: Record<string, string> = {
  "identity.email_taken": "Somebody has this e-mail address already.",
  "identity.last_responsible": "The course would be left without a responsible teacher.",
};

/** Works on the owner's connection, as the system; refusals of the rules become messages. */
export async function withDatabase<Result>(
  context: CommandContext,
  use: (database: Database) => Promise<Result>,
): Promise<Result> {
  const database = openDatabase(context.ownerUrl, { max: 2, applicationName: "atrium operator" });
  try {
    return await use(database);
  } catch (error) {
    if (error instanceof DomainError) throw new Refusal(refusals[error.code] ?? error.code);
    throw error;
  } finally {
    await database.close();
  }
}

/** The person with this address. Throws a Refusal that names it. */
export async function requireUser(database: Database, email: string): Promise<string> {
  const id = await runRead(database, { actorId: "system" }, (ctx) => findUserByEmail(ctx, email));
  if (id === null) throw new Refusal(`Nobody has the e-mail address ${email}.`);
  return id;
}

/** The course written as `521141P/2026-autumn`. Throws a Refusal that names it. */
export async function requireCourse(database: Database, written: string): Promise<string> {
  const [code, term, rest] = written.split("/");
  if (!code || !term || rest !== undefined) {
    throw new UsageError("--course is written CODE/TERM, such as 521141P/2026-autumn");
  }
  const course = { code, term };
  const id = await runRead(database, { actorId: "system" }, (ctx) => findCourse(ctx, course));
  if (id === null) throw new Refusal(`There is no course ${written}.`);
  return id;
}
