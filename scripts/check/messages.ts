import { lineAt } from "./text.ts";
import type { Tree } from "./tree.ts";

export const locales = ["fi", "en", "sv"];

export type MessageFile = { path: string; app: string; locale: string; domain: string };

const form = /^(apps\/[^/]+)\/messages\/([^/]+)\/([^/]+)\.json$/;

export function findMessageFiles(tree: Tree): MessageFile[] {
  return tree.files.flatMap((path) => {
    const [, app, locale, domain] = form.exec(path) ?? [];
    return app && locale && domain ? [{ path, app, locale, domain }] : [];
  });
}

function flatten(value: unknown, prefix: string): [string, string][] {
  if (typeof value === "string") return [[prefix, value]];
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new Error(`${prefix || "the file"} is neither a text nor an object`);
  }
  return Object.entries(value).flatMap(([key, inner]) =>
    flatten(inner, prefix === "" ? key : `${prefix}.${key}`),
  );
}

/** The texts of a message file by their full key, `list.empty.title`. Throws on bad JSON. */
export function readMessages(tree: Tree, path: string): Map<string, string> {
  return new Map(flatten(JSON.parse(tree.read(path)), ""));
}

/** The line of a key in its file, found by walking down its parts. */
export function lineOfKey(tree: Tree, path: string, key: string): number {
  const text = tree.read(path);
  const index = key.split(".").reduce((from, part) => {
    const found = text.indexOf(`"${part}":`, from);
    return found === -1 ? from : found;
  }, 0);
  return lineAt(text, index);
}
