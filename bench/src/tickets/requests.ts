import { randomUUID } from "node:crypto";
import type { LoadRequest, Target } from "../load/request.ts";

const path = "/api/trpc/tickets.open?batch=1";
const subject = "Exercise 3.2 rejects my output";
/** 600 characters with some Markdown: about what students write. */
const message = [
  "The checker says *expected 42, got 42* for exercise 3.2.\n\n```python\nprint(solve(data))\n```\n\n",
  "I tried it with the example input and it looks the same to me. ".repeat(8),
]
  .join("")
  .slice(0, 600);

export interface Student {
  courseId: string;
  session: string;
}

/**
 * The requests a browser sends to open a ticket, by each student in turn and each with a key of its
 * own, as if it were a ticket of its own.
 */
export function ticketRequests(students: Student[], origin: string): () => LoadRequest {
  const prepared = students.map(({ courseId, session }) => ({
    headers: {
      "content-type": "application/json",
      "accept-language": "en",
      "sec-fetch-site": "same-origin",
      origin,
      cookie: session,
    },
    begin: `{"0":${JSON.stringify({ courseId, subject, message }).slice(0, -1)},"clientKey":"`,
  }));
  let turn = 0;
  return () => {
    const student = prepared[turn % prepared.length];
    if (student === undefined) throw new Error("Nobody is there to open tickets");
    turn += 1;
    return { path, headers: student.headers, body: `${student.begin}${randomUUID()}"}}` };
  };
}

/** Atrium's own server as a target. */
export function atriumTarget(url: string, next: () => LoadRequest): Target {
  return {
    url,
    next,
    async cpuSeconds() {
      const metrics = await (await fetch(`${url}/metrics`)).text();
      const [, seconds] = /^process_cpu_seconds_total (\S+)/m.exec(metrics) ?? [];
      if (seconds === undefined) throw new Error("The server does not say its processor time");
      return Number(seconds);
    },
  };
}
