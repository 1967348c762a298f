type Cursor = { text: string; at: number };

const choices = new Set(["plural", "select", "selectordinal"]);

function fail(cursor: Cursor, wanted: string): never {
  throw new Error(`${wanted} expected at character ${cursor.at + 1}`);
}

function take(cursor: Cursor, form: RegExp): string | undefined {
  const sticky = new RegExp(form.source, "y");
  sticky.lastIndex = cursor.at;
  const found = sticky.exec(cursor.text)?.[0];
  cursor.at += found?.length ?? 0;
  return found?.trim();
}

function need(cursor: Cursor, form: RegExp, name: string): string {
  return take(cursor, form) ?? fail(cursor, name);
}

function readBranches(cursor: Cursor, found: Set<string>): void {
  const seen = new Set<string>();
  take(cursor, /\s*offset:\d+\s*/);
  while (take(cursor, /\s*\}/) === undefined) {
    seen.add(need(cursor, /\s*(?:=\d+|[\w-]+)\s*/, "a branch"));
    need(cursor, /\{/, "{");
    readMessage(cursor, found);
    need(cursor, /\}/, "}");
  }
  if (!seen.has("other")) throw new Error('a choice has no branch "other"');
}

function readArgument(cursor: Cursor, found: Set<string>): void {
  const name = need(cursor, /\{\s*\w+\s*/, "the name of a placeholder")
    .slice(1)
    .trim();
  if (take(cursor, /\}/) !== undefined) {
    found.add(name);
    return;
  }
  const kind = need(cursor, /,\s*\w+\s*/, ", or }")
    .slice(1)
    .trim();
  found.add(`${name}, ${kind}`);
  if (choices.has(kind)) {
    need(cursor, /,/, ",");
    readBranches(cursor, found);
    return;
  }
  take(cursor, /,[^{}]*/);
  need(cursor, /\}/, "}");
}

function readMessage(cursor: Cursor, found: Set<string>): void {
  while (cursor.at < cursor.text.length) {
    // An apostrophe before a brace or a tag quotes it, as ICU has it.
    if (take(cursor, /'[{}<][^']*'?|[^{}<']+|'/) !== undefined) continue;
    const tag = take(cursor, /<\/?\w+\s*\/?>/);
    if (tag !== undefined) found.add(tag.replace(/[\s/]/g, ""));
    else if (cursor.text[cursor.at] === "{") readArgument(cursor, found);
    else if (take(cursor, /</) === undefined) return;
  }
}

/**
 * The placeholders of an ICU message: `name`, `count, plural`, and tags as `<link>`.
 * Throws an Error that says where a message is malformed.
 */
export function readPlaceholders(text: string): string[] {
  const cursor = { text, at: 0 };
  const found = new Set<string>();
  readMessage(cursor, found);
  if (cursor.at < text.length) fail(cursor, "{");
  return [...found].sort();
}
