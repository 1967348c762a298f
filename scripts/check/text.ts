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

const blank = (text: string): string => text.replace(/[^\n]/g, " ");
const isComment = (token: string): boolean => token.startsWith("//") || token.startsWith("/*");

/** The code with comments blanked out and every other character at its old place. */
export function withoutComments(code: string): string {
  return code.replace(tokens, (token) => (isComment(token) ? blank(token) : token));
}

/** As withoutComments, and what stands between quotes is blank too: code in a string is no code. */
export function withoutStrings(code: string): string {
  return code.replace(tokens, (token) =>
    isComment(token) ? blank(token) : token[0] + blank(token.slice(1, -1)) + token.at(-1),
  );
}

/** Where the first pair of braces after `from` is closed, or the end of the code. */
export function endOfBlock(code: string, from: number): number {
  let depth = 0;
  for (let at = code.indexOf("{", from); at !== -1 && at < code.length; at++) {
    if (code[at] === "{") depth++;
    if (code[at] === "}") depth--;
    if (depth === 0) return at;
  }
  return code.length;
}

export type Match = { index: number; groups: string[] };

/** All matches of a global expression, with their captured groups as plain strings. */
export function matchAll(text: string, expression: RegExp): Match[] {
  return [...text.matchAll(expression)].map((match) => ({
    index: match.index,
    groups: match.slice(1).map((group) => group ?? ""),
  }));
}
