import { createAccessToken } from "@atrium/domain/identity/commands/create-access-token";
import { tokenScopes } from "@atrium/domain/identity/schema";
import { runWrite } from "@atrium/domain/kernel/transaction";
import { type Command, type CommandInput, requiredText, UsageError } from "../atrium/command.ts";
import { requireUser, withDatabase } from "./door.ts";

const DAY_MS = 24 * 3600 * 1000;

type Scope = (typeof tokenScopes)[number];

function readScopes(input: CommandInput): Scope[] {
  const written = requiredText(input, "scopes");
  if (written === "all") return [...tokenScopes];
  return written.split(",").map((name) => {
    const scope = tokenScopes.find((known) => known === name.trim());
    if (!scope)
      throw new UsageError(`There is no scope "${name}"; known: ${tokenScopes.join(", ")}`);
    return scope;
  });
}

function readExpiry(input: CommandInput): Date {
  const days = Number(input.values.days);
  if (!Number.isInteger(days) || days < 1 || days > 3650) {
    throw new UsageError("--days is a whole number from 1 to 3650");
  }
  return new Date(Date.now() + days * DAY_MS);
}

/** `pnpm atrium token:create` */
export const command: Command = {
  usage: ["--email E [--email E2 ...] --scopes all|S,... [--days N] [--json]"],
  help: `Makes an access token for the REST API for each person. A token is shown only now.\n--days   how long it lives, 365 unless told\n--json   prints {"email": "token"}\nScopes: ${tokenScopes.join(", ")}`,
  options: {
    email: { type: "string", multiple: true },
    scopes: { type: "string" },
    days: { type: "string", default: "365" },
    json: { type: "boolean", default: false },
  },
  async run(input, context) {
    const emails = [input.values.email ?? []].flat().map(String);
    if (emails.length === 0) throw new UsageError("--email is missing");
    const scopes = readScopes(input);
    const expiresAt = readExpiry(input);
    const tokens = await withDatabase(context, async (database) => {
      const made: Record<string, string> = {};
      for (const email of emails) {
        const userId = await requireUser(database, email);
        const { token } = await runWrite(database, { actorId: "system" }, (ctx) =>
          createAccessToken(ctx, { userId, scopes, expiresAt }),
        );
        made[email] = token;
      }
      return made;
    });
    if (input.values.json === true) context.print(JSON.stringify(tokens));
    else for (const [email, token] of Object.entries(tokens)) context.print(`${email}  ${token}`);
  },
};
