import { readFileSync } from "node:fs";
import type { Locale } from "@atrium/domain/kernel/locale";

type Node = string | { [key: string]: Node };

/** A text of the interface, for example `textOf("sv", "tickets", "new.submit")`. */
export function textOf(
  locale: Locale,
  domain: string,
  key: string,
  values: Record<string, string | number> = {},
): string {
  const file = new URL(`../../messages/${locale}/${domain}.json`, import.meta.url);
  let node: Node | undefined = JSON.parse(readFileSync(file, "utf8")) as Node;
  for (const part of key.split(".")) node = typeof node === "object" ? node[part] : undefined;
  if (typeof node !== "string") throw new Error(`No text ${key} in ${locale}/${domain}`);
  return node.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[name]));
}
