/** Line number, counted from 1, of the character at `index`. */
export function lineAt(text: string, index: number): number {
  return text.slice(0, index).split("\n").length;
}

/** Number of lines as an editor counts them: the final newline starts no new one. */
export function countLines(text: string): number {
  return text.replace(/\n$/, "").split("\n").length;
}

const tokens =
  /\/\/[^\n]*|\/\*[\s\S]*?\*\/|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`/g;

/** The code with comments blanked out and every other character at its old place. */
export function withoutComments(code: string): string {
  return code.replace(tokens, (token) =>
    token.startsWith("//") || token.startsWith("/*") ? token.replace(/[^\n]/g, " ") : token,
  );
}

export type Match = { index: number; groups: string[] };

/** All matches of a global expression, with their captured groups as plain strings. */
export function matchAll(text: string, expression: RegExp): Match[] {
  return [...text.matchAll(expression)].map((match) => ({
    index: match.index,
    groups: match.slice(1).map((group) => group ?? ""),
  }));
}
