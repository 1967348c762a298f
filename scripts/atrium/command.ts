import type { ParseArgsOptionsConfig } from "node:util";

/** The command line is wrong; printed with the command's usage, exit code 2. */
export class UsageError extends Error {}

/** What a command is given to work with. */
export type CommandContext = {
  /** The owner's connection to the database Atrium uses; a Refusal is thrown without one. */
  readonly ownerUrl: string;
  /** AUTH_SECRET, from which the passwords of the database roles follow. */
  readonly secret: string;
  /** Prints a line of the command's answer. */
  print(line: string): void;
};

export type CommandInput = {
  values: Record<string, string | boolean | (string | boolean)[] | undefined>;
  positionals: string[];
};

/** A command of `pnpm atrium`. */
export type Command = {
  /** What follows the command's name, one line for each form. */
  usage: string[];
  /** What the options mean, and what the command changes. */
  help: string;
  options: ParseArgsOptionsConfig;
  /**
   * @throws UsageError when the options do not fit together; Refusal when the thing asked for
   * cannot be done, with a message for the operator.
   */
  run(input: CommandInput, context: CommandContext): Promise<void>;
};

/** The text of an option that must be there. */
export function requiredText(input: CommandInput, option: string): string {
  const value = input.values[option];
  if (typeof value !== "string" || value === "") throw new UsageError(`--${option} is missing`);
  return value;
}
