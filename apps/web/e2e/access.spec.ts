import { randomUUID } from "node:crypto";
import { expect, test } from "@playwright/test";
import { apiPerson, refusal } from "./stack/api.ts";

const text = { message: "Between the two of us.", language: "en" as const };

async function courseOf(person: Awaited<ReturnType<typeof apiPerson>>, code: string) {
  const me = await person.api.session.me.query();
  const course = me?.courses.find((each) => each.code === code);
  if (!course) throw new Error(`Not on ${code}`);
  return course.courseId;
}

async function ask(person: Awaited<ReturnType<typeof apiPerson>>, code: string) {
  const subject = `Private ${randomUUID()}`;
  const courseId = await courseOf(person, code);
  return person.api.tickets.open.mutate({ ...text, courseId, subject, clientKey: randomUUID() });
}

test("A1 another student's ticket looks like one that does not exist, as a page and as data", async () => {
  const [owner, other] = [await apiPerson("student51"), await apiPerson("student52")];
  const ticket = await ask(owner, "521141P");
  expect((await owner.page(`/tickets/${ticket.id}`)).response.status).toBe(200);

  for (const place of ["tickets", "inbox"]) {
    const unknownId = similarId(ticket.id);
    const [theirs, unknown] = [
      await other.page(`/${place}/${ticket.id}`),
      await other.page(`/${place}/${unknownId}`),
    ];
    expect([theirs.response.status, unknown.response.status]).toEqual([404, 404]);
    const bare = bareOf(theirs.html, ticket.id);
    expect(bare).toEqual(bareOf(unknown.html, unknownId));
    expect(theirs.html).toContain("There is nothing here");
    expect(theirs.html).not.toContain(ticket.subject);
  }
  for (const call of ["get", "listPosts", "listNotes", "listStaff"] as const) {
    const query = (ticketId: string) => refusal(other.api.tickets[call].query({ ticketId }));
    expect(await query(ticket.id)).toEqual(await query(randomUUID()));
    expect(await query(ticket.id)).toMatchObject({ httpStatus: 404 });
  }
  for (const call of ["claim", "release", "markDone"] as const) {
    const write = (ticketId: string) => refusal(other.api.tickets[call].mutate({ ticketId }));
    expect(await write(ticket.id)).toEqual(await write(randomUUID()));
  }
});

test("A3 an assistant of one course is a student on another, with a student's view and powers", async () => {
  const [student, assistant] = [await apiPerson("student7"), await apiPerson("assistant")];
  const [theirs, here] = [await ask(student, "521150A"), await ask(student, "521141P")];
  const courseId = await courseOf(assistant, "521150A");

  const inbox = await assistant.api.tickets.listInbox.query({ view: "waiting_for_staff" });
  expect(inbox.items.map(({ id }) => id)).toContain(here.id);
  expect(inbox.items.map(({ id }) => id)).not.toContain(theirs.id);
  const counts = await assistant.api.tickets.countInbox.query({});
  expect(counts.courses.map(({ code }) => code)).toEqual(["521141P"]);
  const narrowed = { view: "waiting_for_staff" as const, courseId };
  const found = await assistant.api.tickets.listInbox.query(narrowed).then(
    ({ items }) => items,
    () => [],
  );
  expect(found).toEqual([]);
  expect((await assistant.page("/inbox")).html).not.toContain(theirs.subject);
  expect((await assistant.page(`/inbox/${theirs.id}`)).response.status).toBe(404);
  expect((await assistant.page(`/inbox/${here.id}`)).html).toContain("Internal note");

  // Their own question there has a student's page and no staff powers.
  const own = await ask(assistant, "521150A");
  expect(own.can).toMatchObject({ claim: false, note: false, reassign: false, markDone: false });
  const aside = await assistant.page(`/inbox/${own.id}`);
  expect(aside.response.headers.get("location")).toBe(`/tickets/${own.id}`);
  const { html } = await assistant.page(`/tickets/${own.id}`);
  expect(html).toContain("Your reply");
  expect(html).not.toMatch(/Internal note|>Claim</);
  const claim = await refusal(assistant.api.tickets.claim.mutate({ ticketId: own.id }));
  const note = { ticketId: own.id, message: "x", clientKey: randomUUID() };
  const added = await refusal(assistant.api.tickets.addNote.mutate(note));
  expect([claim, added]).toMatchObject([{ httpStatus: 403 }, { httpStatus: 403 }]);
});

/** An id nobody has, of the same time as a real one: not even its shape may tell the two apart. */
function similarId(id: string): string {
  return id.slice(0, 24) + randomUUID().slice(24);
}

/**
 * The lines of a page without what differs from one request to the next: the nonce, the id asked for, and the order
 * and numbers of parts that are made side by side.
 */
function bareOf(html: string, id: string): string[] {
  const nonce = /nonce="([^"]+)"/.exec(html)?.[1] ?? "none";
  const bare = html.replaceAll(id, "ID").replaceAll(nonce, "NONCE").replaceAll("</script>", "");
  return bare
    .split(/\\n|<script nonce="NONCE">|self\.__next_f\.push\(\[1,"|"\]\)/)
    .map((line) => line.replace(/^[0-9a-f]+:/, "").replaceAll(/\$[A-Z]?[0-9a-f]+/g, "$"))
    .filter((line) => line !== "")
    .sort();
}
