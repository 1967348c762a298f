import { expect, it } from "vitest";
import type { TicketNote, TicketPost } from "../tickets/models.ts";
import { mergeThread } from "./merge-thread.ts";

const post = (id: string, createdAt: string) => ({ id, createdAt }) as TicketPost;
const note = (id: string, createdAt: string) => ({ id, createdAt }) as TicketNote;

it("puts notes between the posts they were written between", () => {
  const posts = [post("p1", "2026-11-20T08:00:00.000Z"), post("p2", "2026-11-20T10:00:00.000Z")];
  const notes = [note("n1", "2026-11-20T09:00:00.000Z"), note("n2", "2026-11-20T11:00:00.000Z")];
  const ids = mergeThread(posts, notes).map((one) =>
    one.kind === "post" ? one.post.id : one.note.id,
  );
  expect(ids).toEqual(["p1", "n1", "p2", "n2"]);
});

it("keeps posts of one instant in the order of the thread", () => {
  const at = "2026-11-20T08:00:00.000Z";
  const ids = mergeThread([post("p1", at), post("p2", at)], []).map(({ at: _, ...one }) => one);
  expect(ids).toMatchObject([{ post: { id: "p1" } }, { post: { id: "p2" } }]);
});
