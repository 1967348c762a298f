import type { Database } from "@atrium/db/client";

/** How many tickets there are now. */
export async function countTickets({ sql }: Database): Promise<number> {
  const [row] = await sql<{ count: number }[]>`select count(*)::int as count from tickets`;
  return row?.count ?? 0;
}

/** Who is a student of what: the tickets that can be opened. */
export async function listStudents({ sql }: Database) {
  return sql<{ email: string; courseId: string }[]>`
    select u.email, m.course_id as "courseId"
    from memberships m join users u on u.id = m.user_id
    where m.role = 'student' order by u.email, m.course_id`;
}

/**
 * Holds the tickets against what was answered: one for each, numbered in each course from 1
 * without a gap, each with its thread, its first post and exactly one line in the audit trail.
 *
 * @throws Error naming everything that does not add up.
 */
export async function checkTickets(database: Database, expected: number): Promise<void> {
  const { sql } = database;
  const [numbers, companions] = await Promise.all([
    sql<{ code: string }[]>`
      select c.code from tickets t join courses c on c.id = t.course_id
        left join ticket_counters n on n.course_id = c.id
      group by c.id, n.last_number
      having min(t.number) <> 1 or max(t.number) <> count(*) or count(distinct t.number) <> count(*)
        or n.last_number is distinct from count(*)`,
    sql<{ id: string }[]>`
      select t.id from tickets t
      where 1 <> (select count(*) from audit_events a where a.action = 'ticket.opened'
                    and a.subject_type = 'ticket' and a.subject_id = t.id)
         or 1 <> (select count(*) from threads h where h.id = t.thread_id)
         or 1 <> (select count(*) from posts p where p.thread_id = t.thread_id and p.seq = 1)`,
  ]);
  const found = await countTickets(database);
  const faults = [
    ...(found === expected ? [] : [`${found} tickets, ${expected} were answered for`]),
    ...numbers.map(({ code }) => `the numbers of ${code} have gaps or doubles`),
    ...(companions.length === 0
      ? []
      : [`${companions.length} tickets without exactly one thread, first post and audit line`]),
  ];
  if (faults.length > 0) throw new Error(`The database is wrong: ${faults.join("; ")}`);
}
