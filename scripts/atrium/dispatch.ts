import { parseArgs } from "node:util";
import { Refusal } from "../bootstrap/refusal.mjs";
import { type Command, type CommandContext, type CommandInput, UsageError } from "./command.ts";
import { commands } from "./commands.ts";

function overview(): string {
  const width = Math.max(...Object.keys(commands).map((name) => name.length));
  const lines = Object.entries(commands).map(
    ([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`,
  );
  return [
    "Usage: pnpm atrium <command> [options]",
    "",
    ...lines,
    "",
    "More: pnpm atrium <command> --help",
  ].join("\n");
}

function usageOf(name: string, command: Command): string {
  return command.usage.map((form) => `Usage: pnpm atrium ${name} ${form}`.trimEnd()).join("\n");
}

function parse(command: Command, args: string[]): CommandInput {
  try {
    const { values, positionals } = parseArgs({
      args,
      options: command.options,
      allowPositionals: true,
    });
    return { values, positionals };
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

/**
 * Runs one command line of the operator's tool.
 *
 * @returns the exit code: 0 done, 1 refused or failed, 2 the command line is wrong.
 */
export async function dispatch(args: string[], context: CommandContext): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === "--help" || name === "help") {
    console.log(overview());
    return name === undefined ? 2 : 0;
  }
  const entry = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (entry === undefined) {
    console.error(`There is no command "${name}".\n\n${overview()}`);
    return 2;
  }
  const { command } = await entry.load();
  if (rest.includes("--help")) {
    console.log(`${usageOf(name, command)}\n\n${command.help}`);
    return 0;
  }
  try {
    await command.run(parse(command, rest), context);
    return 0;
  } catch (error) {
    if (error instanceof UsageError) {
      console.error(`${error.message}\n\n${usageOf(name, command)}`);
      return 2;
    }
    console.error(error instanceof Refusal ? error.message : error);
    return 1;
  }
}
