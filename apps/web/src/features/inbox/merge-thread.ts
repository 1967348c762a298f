import type { TicketNote, TicketPost } from "../tickets/models.ts";

export type ThreadEntry =
  | { kind: "post"; at: string; post: TicketPost }
  | { kind: "note"; at: string; note: TicketNote };

/** Posts keep their own order; notes stand where they were written. Times are ISO strings in UTC. */
export function mergeThread(
  posts: readonly TicketPost[],
  notes: readonly TicketNote[],
): ThreadEntry[] {
  const entries: ThreadEntry[] = [
    ...posts.map((post) => ({ kind: "post" as const, at: post.createdAt, post })),
    ...notes.map((note) => ({ kind: "note" as const, at: note.createdAt, note })),
  ];
  return entries.sort((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)));
}
