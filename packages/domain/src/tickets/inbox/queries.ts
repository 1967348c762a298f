import { courses, memberships } from "@atrium/db/schema/identity";
import { type TicketState, tickets } from "@atrium/db/schema/tickets";
import { and, asc, eq, inArray, ne, type SQL, sql } from "drizzle-orm";
import type { z } from "zod";
import { leadRoles, staffRoles } from "../../identity/policy.ts";
import type { UserActor } from "../../kernel/actor.ts";
import type { ReadCtx } from "../../kernel/context.ts";
import { listTickets, type TicketPage } from "../queries.ts";
import type { inboxCountsSchema, inboxViewSchema, listInboxInput } from "../schema.ts";

type InboxView = z.infer<typeof inboxViewSchema>;

const statesOf: Record<Exclude<InboxView, "mine">, readonly TicketState[]> = {
  waiting_for_staff: ["pending", "processing"],
  waiting_for_student: ["waiting"],
  done: ["done"],
};

/**
 * The tickets the actor serves as staff: never their own questions; as lead all of the course, as
 * assistant what nobody or they themselves have taken; as admin all there are.
 */
function servedBy(actor: UserActor, courseId: string | undefined): SQL | undefined {
  const courseOf = (roles: readonly string[]) => sql`${tickets.courseId} in (
    select m.course_id from ${memberships} m
    where m.user_id = ${actor.userId} and m.role in ${roles})`;
  // Says nothing new, but names the courses first: with it the index is used and not the whole table.
  const inOwnCourses = sql`${tickets.courseId} = any(array(
    select m.course_id from ${memberships} m
    where m.user_id = ${actor.userId} and m.role in ${staffRoles}))`;
  const mineOrFree = sql`(${tickets.assigneeId} is null or ${tickets.assigneeId} = ${actor.userId})`;
  return and(
    ne(tickets.openerId, actor.userId),
    courseId ? eq(tickets.courseId, courseId) : undefined,
    actor.isAdmin
      ? undefined
      : sql`${inOwnCourses} and (${courseOf(leadRoles)} or (${courseOf(staffRoles)} and ${mineOrFree}))`,
  );
}

function inView(actor: UserActor, view: InboxView): SQL | undefined {
  if (view === "mine") {
    return and(eq(tickets.assigneeId, actor.userId), ne(tickets.state, "done"));
  }
  return inArray(tickets.state, statesOf[view]);
}

/** One view of the staff inbox over all the actor's courses, or one of them. */
export function listInbox(
  ctx: ReadCtx<UserActor>,
  input: z.output<typeof listInboxInput>,
): Promise<TicketPage> {
  const scope = and(servedBy(ctx.actor, input.courseId), inView(ctx.actor, input.view));
  return listTickets(ctx, scope, input);
}

/** Counts that agree with `listInbox`: the same conditions, in one scan. */
export async function countInbox(
  ctx: ReadCtx<UserActor>,
  input: { courseId?: string | undefined },
): Promise<z.infer<typeof inboxCountsSchema>> {
  const countOf = (view: InboxView) =>
    sql<number>`count(*) filter (where ${inView(ctx.actor, view)})::int`;
  const [views] = await ctx.tx
    .select({
      waiting_for_staff: countOf("waiting_for_staff"),
      mine: countOf("mine"),
      waiting_for_student: countOf("waiting_for_student"),
      done: countOf("done"),
    })
    .from(tickets)
    .where(servedBy(ctx.actor, input.courseId));
  if (!views) throw new Error("the inbox count returned no row");
  return { views, courses: await countPerCourse(ctx) };
}

/** Courses the actor is staff of (for admins: all), each with what waits there. */
async function countPerCourse(ctx: ReadCtx<UserActor>) {
  const { actor } = ctx;
  const waiting = sql<number>`count(${tickets.id})::int`;
  const staffed = sql`${courses.id} in (
    select m.course_id from ${memberships} m
    where m.user_id = ${actor.userId} and m.role in ${staffRoles})`;
  return ctx.tx
    .select({
      courseId: courses.id,
      code: courses.code,
      term: courses.term,
      name: courses.name,
      waiting,
    })
    .from(courses)
    .leftJoin(
      tickets,
      and(
        eq(tickets.courseId, courses.id),
        servedBy(actor, undefined),
        inView(actor, "waiting_for_staff"),
      ),
    )
    .where(actor.isAdmin ? undefined : staffed)
    .groupBy(courses.id)
    .orderBy(asc(courses.code), asc(courses.term));
}
