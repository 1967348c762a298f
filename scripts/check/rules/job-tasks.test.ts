import { expect, it } from "vitest";
import { complaints } from "../testing/fixture.ts";
import { jobTasks } from "./job-tasks.ts";

const contract = "packages/domain/src/tickets/jobs.ts";
const task = "apps/worker/src/tasks/tickets/notify-post.ts";
const define = (name: string) =>
  `export const job = defineJob({\n  name: "${name}",\n  payload,\n});\n`;

it("accepts a contract with its task", async () => {
  const files = {
    [contract]: define("notify-post"),
    [task]: "",
    "apps/worker/src/tasks/tickets/notify-post.db.test.ts": "",
    "packages/domain/src/kernel/jobs.ts": '/** defineJob({ name: "send-it" }) */',
  };
  expect(await complaints(jobTasks, files)).toEqual([]);
});

it("refuses a contract without its task, a task without a contract, and two of a name", async () => {
  expect(await complaints(jobTasks, { [contract]: define("notify-post") })).toEqual([
    `${contract}:1 ${task} is missing`,
  ]);
  expect(await complaints(jobTasks, { [task]: "" })).toEqual([
    `${task}:1 no jobs.ts of this domain defines a job of this name`,
  ]);
  const twice = define("notify-post") + define("notify-post");
  expect(await complaints(jobTasks, { [contract]: twice, [task]: "" })).toEqual([
    `${contract}:5 ${task} has two contracts`,
  ]);
});

it("wants the task under the domain of its contract", async () => {
  const elsewhere = "apps/worker/src/tasks/threads/notify-post.ts";
  expect(
    await complaints(jobTasks, { [contract]: define("notify-post"), [elsewhere]: "" }),
  ).toEqual([
    `${contract}:1 ${task} is missing`,
    `${elsewhere}:1 no jobs.ts of this domain defines a job of this name`,
  ]);
});
