import type { Command } from "./command.ts";

type Entry = { summary: string; load: () => Promise<{ command: Command }> };

/** Every command of `pnpm atrium`, loaded only when it is the one asked for. */
export const commands: Record<string, Entry> = {
  doctor: {
    summary: "what is configured, and what answers",
    load: () => import("./doctor.ts"),
  },
  "user:create": {
    summary: "add a person who signs in with a password",
    load: () => import("../operator/user-create.ts"),
  },
  "user:role": {
    summary: "give or take a role in a course, or the site role",
    load: () => import("../operator/user-role.ts"),
  },
  "token:create": {
    summary: "make access tokens for the REST API",
    load: () => import("../operator/token-create.ts"),
  },
  "demo:load": {
    summary: "load the demo people, courses and tickets",
    load: () => import("../operator/demo-load.ts"),
  },
  migrate: {
    summary: "bring the database to the newest schema",
    load: () => import("./migrate.ts"),
  },
};
