import { text } from "node:stream/consumers";
import { createUser } from "@atrium/domain/identity/commands/create-user";
import { createUserInput } from "@atrium/domain/identity/schema";
import { hashPassword } from "@atrium/domain/kernel/passwords";
import { runWrite } from "@atrium/domain/kernel/transaction";
import { type Command, requiredText, UsageError } from "../atrium/command.ts";
import { withDatabase } from "./door.ts";

/** `pnpm atrium user:create` */
export const command: Command = {
  usage: ["--email E --first-name F --last-name L [--password P] [--locale fi|en|sv]"],
  help: "Adds a person who signs in with e-mail and password (8 to 200 characters). Without\n--password it is read from standard input, where no process list shows it.",
  options: {
    email: { type: "string" },
    "first-name": { type: "string" },
    "last-name": { type: "string" },
    password: { type: "string" },
    locale: { type: "string", default: "en" },
  },
  async run(input, context) {
    const parsed = createUserInput.safeParse({
      email: requiredText(input, "email"),
      firstName: requiredText(input, "first-name"),
      lastName: requiredText(input, "last-name"),
      password: input.values.password ?? (await text(process.stdin)).trimEnd(),
      locale: input.values.locale,
    });
    if (!parsed.success) {
      const wrong = new Set(parsed.error.issues.map((issue) => issue.path.join(".")));
      throw new UsageError(`Not accepted: ${[...wrong].join(", ")}`);
    }
    const { password, ...person } = parsed.data;
    const passwordHash = await hashPassword(password);
    await withDatabase(context, (database) =>
      runWrite(database, { actorId: "system" }, (ctx) =>
        createUser(ctx, { ...person, passwordHash }),
      ),
    );
    context.print(`${person.email} can sign in.`);
  },
};
