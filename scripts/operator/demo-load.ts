import type { Command } from "../atrium/command.ts";
import { loadDemo } from "../demo/load-demo.ts";
import { withDatabase } from "./door.ts";

/** `pnpm atrium demo:load` */
export const command: Command = {
  usage: [""],
  help: "Loads the demo people, courses and tickets (password atrium-demo). What is there stays.",
  options: {},
  async run(_input, context) {
    await withDatabase(context, (database) => loadDemo(database));
    context.print("The demo is loaded.");
  },
};
