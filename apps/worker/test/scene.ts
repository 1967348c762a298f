import { newId } from "@atrium/domain/kernel/ids";
import type { Locale } from "@atrium/domain/kernel/locale";
import { buildMember } from "@atrium/domain/testing/factories/identity";
import { buildStaffedCourse, buildTicket } from "@atrium/domain/testing/factories/tickets";
import { createWorld, type World } from "@atrium/domain/testing/world";
import { claimTicket } from "@atrium/domain/tickets/commands/claim-ticket";
import { replyToTicket } from "@atrium/domain/tickets/commands/reply-to-ticket";
import { type SmtpCatcher, startSmtpCatcher } from "./smtp-catcher.ts";
import { buildWorkerProgram, type WorkerProcess, type WorkerProgram } from "./worker-process.ts";

interface Person {
  id: string;
  name: string;
  email: string;
}

export interface Scene {
  world: World;
  smtp: SmtpCatcher;
  courseId: string;
  assistant: Person;
  startWorker(env?: Record<string, string>, clockSkewHours?: number): Promise<WorkerProcess>;
  /** A student's ticket, taken by the assistant: a thread of its own for one test. */
  openThread(locale?: Locale): Promise<Thread>;
  /** Ends a test: no worker runs on, no job or heartbeat is left, the mail server takes everything again. */
  reset(): Promise<void>;
  destroy(): Promise<void>;
}

export interface Thread {
  ticketId: string;
  threadId: string;
  student: Person;
  /** The assistant answers; resolves when that is committed, with the post's id. */
  answer(message: string): Promise<string>;
  /** The student writes more. */
  followUp(message: string): Promise<string>;
  deliveries(): Promise<DeliveryRow[]>;
  /** As if the time a sender has to report back had passed. */
  expireLeases(): Promise<void>;
}

export interface DeliveryRow {
  id: string;
  recipientId: string;
  state: string;
  failure: string | null;
  sendsStarted: number;
}

/** A course, a real mail server and the worker as it ships, on a database of the file's own. */
export async function createScene(): Promise<Scene> {
  const [world, program] = await Promise.all([createWorld({ max: 4 }), buildWorkerProgram()]);
  const people = await buildStaffedCourse(world);
  const courseId = people.course.id;
  const running = new Set<WorkerProcess>();
  let smtp = await startSmtpCatcher();
  return {
    world,
    get smtp() {
      return smtp;
    },
    courseId,
    assistant: people.assistant,
    async startWorker(env = {}, clockSkewHours = 0) {
      const worker = await startIn({ world, program, smtp }, env, clockSkewHours);
      running.add(worker);
      return worker;
    },
    openThread: (locale = "en") => openThread(world, courseId, people.assistant, locale),
    async reset() {
      await Promise.all([...running].map((worker) => worker.kill()));
      running.clear();
      await world.owner.sql`delete from graphile_worker._private_jobs`;
      await world.owner.sql`delete from worker_heartbeats`;
      smtp.hangUp();
      await smtp.close();
      smtp = await startSmtpCatcher();
    },
    async destroy() {
      await program.dispose();
      await Promise.all([smtp.close(), world.destroy()]);
    },
  };
}

function startIn(
  { world, program, smtp }: { world: World; program: WorkerProgram; smtp: SmtpCatcher },
  env: Record<string, string>,
  clockSkewHours: number,
): Promise<WorkerProcess> {
  const settings = { WORKER_DATABASE_URL: world.workerUrl, SMTP_URL: smtp.url, ...env };
  return program.start(settings, clockSkewHours);
}

async function openThread(
  world: World,
  courseId: string,
  assistant: Person,
  locale: Locale,
): Promise<Thread> {
  const { sql } = world.owner;
  const student = await buildMember(world, courseId, "student");
  await sql`update users set locale = ${locale} where id = ${student.id}`;
  const { id: ticketId } = await buildTicket(world, student.id, courseId);
  await world.writeAs(assistant.id, (ctx) => claimTicket(ctx, { ticketId }));
  const [ticket] = await sql<{ threadId: string }[]>`
    select thread_id as "threadId" from tickets where id = ${ticketId}`;
  const threadId = ticket?.threadId ?? "";
  const write = async (authorId: string, message: string) => {
    const input = { ticketId, message, clientKey: newId() };
    return (await world.writeAs(authorId, (ctx) => replyToTicket(ctx, input))).id;
  };
  return {
    ticketId,
    threadId,
    student,
    answer: (message) => write(assistant.id, message),
    followUp: (message) => write(student.id, message),
    deliveries: () => sql<DeliveryRow[]>`
      select id, recipient_id as "recipientId", state, failure, sends_started as "sendsStarted"
      from mail_deliveries where thread_id = ${threadId} order by seq, recipient_id`,
    async expireLeases() {
      await sql`
        update mail_deliveries set lease_expires_at = now()
        where thread_id = ${threadId} and state = 'sending'`;
    },
  };
}
