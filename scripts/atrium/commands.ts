import type { Command } from "./command.ts";

type Entry = { summary: string; load: () => Promise<{ command: Command }> };

/** Every command of `pnpm atrium`, loaded only when it is the one asked for. */
export const commands: Record<string, Entry> = {
  doctor: {
    summary: "what is configured, and what answers",
    load: () => import("./doctor.ts"),
  },
  migrate: {
    summary: "bring the database to the newest schema",
    load: () => import("./migrate.ts"),
  },
};
