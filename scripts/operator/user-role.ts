import { addCourseRole } from "@atrium/domain/identity/commands/add-course-role";
import { removeCourseRole } from "@atrium/domain/identity/commands/remove-course-role";
import { setAdmin } from "@atrium/domain/identity/commands/set-admin";
import { courseRoleSchema } from "@atrium/domain/identity/schema";
import { runWrite } from "@atrium/domain/kernel/transaction";
import { type Command, requiredText, UsageError } from "../atrium/command.ts";
import { requireCourse, requireUser, withDatabase } from "./door.ts";

/** `pnpm atrium user:role` */
export const command: Command = {
  usage: [
    "--email E --course CODE/TERM --role student|assistant|teacher|responsible [--remove]",
    "--email E --role admin [--remove]",
  ],
  help: "Gives a person a role, or takes it away with --remove. Tickets claimed by somebody who\nleaves a course's staff go back to its queue.",
  options: {
    email: { type: "string" },
    course: { type: "string" },
    role: { type: "string" },
    remove: { type: "boolean", default: false },
  },
  async run(input, context) {
    const email = requiredText(input, "email");
    const written = requiredText(input, "role");
    const remove = input.values.remove === true;
    await withDatabase(context, async (database) => {
      const who = { actorId: "system" } as const;
      if (written === "admin") {
        const userId = await requireUser(database, email);
        await runWrite(database, who, (ctx) => setAdmin(ctx, { userId, isAdmin: !remove }));
        return;
      }
      const role = courseRoleSchema.safeParse(written);
      if (!role.success) throw new UsageError(`There is no role "${written}"`);
      const userId = await requireUser(database, email);
      const courseId = await requireCourse(database, requiredText(input, "course"));
      const change = remove ? removeCourseRole : addCourseRole;
      await runWrite(database, who, (ctx) => change(ctx, { courseId, userId, role: role.data }));
    });
    context.print(`${email} ${remove ? "is no longer" : "is now"} ${written}.`);
  },
};
