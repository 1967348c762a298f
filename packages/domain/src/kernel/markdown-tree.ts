import type { Element, ElementContent, Parents, Root, Text } from "hast";
import type { Html, Image, Parents as MarkdownParents } from "mdast";
import type { State } from "mdast-util-to-hast";
import { SKIP, visit } from "unist-util-visit";
import { withoutDeceptive } from "./text.ts";

/**
 * HTML in Markdown is what somebody wrote, not what they meant to run: `vector<int>` in a sentence
 * stays readable, and pasted markup becomes a code block.
 */
export function htmlAsText(_state: State, node: Html, parent: MarkdownParents | undefined) {
  const text: Text = { type: "text", value: node.value };
  const inline = parent?.type === "paragraph" || parent?.type === "heading";
  if (inline || parent?.type === "tableCell" || parent?.type === "link") return text;
  if (parent && ["emphasis", "strong", "delete"].includes(parent.type)) return text;
  return element("pre", {}, [element("code", {}, [text])]);
}

/** A picture from elsewhere is offered, not fetched: its host would learn who reads and when. */
export function imageAsLink(_state: State, node: Image): Element {
  const text: Text = { type: "text", value: node.alt || node.url };
  return element("a", { href: node.url }, [text]);
}

const ADDRESS = /https?:\/\/[^\s<>"'`]+/g;
/** What ends a sentence is not part of the address it ends with. */
const TRAILING = /[.,;:!?)\]}*_]+$/;

/** Turns bare web addresses into links, outside of links and code. Linear in the text's length. */
export function linkAddresses() {
  return (tree: Root) => {
    visit(tree, (node, index, parent: Parents | undefined) => {
      if (node.type === "element" && ["a", "code", "pre"].includes(node.tagName)) return SKIP;
      if (node.type !== "text" || index === undefined || !parent) return;
      const pieces = splitAtAddresses(node.value);
      if (pieces.length < 2 && pieces[0]?.type === "text") return;
      parent.children.splice(index, 1, ...pieces);
      return [SKIP, index + pieces.length];
    });
  };
}

function splitAtAddresses(text: string): ElementContent[] {
  const pieces: ElementContent[] = [];
  let from = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const address = match[0].replace(TRAILING, "");
    if (match.index > from) pieces.push({ type: "text", value: text.slice(from, match.index) });
    pieces.push(element("a", { href: address }, [{ type: "text", value: address }]));
    from = match.index + address.length;
  }
  if (from < text.length) pieces.push({ type: "text", value: text.slice(from) });
  return pieces;
}

/** Takes deceptive characters out after parsing too: a reference such as `&#x202e;` made them. */
export function showAsWritten() {
  return (tree: Root) => {
    visit(tree, (node) => {
      if (node.type === "text") node.value = withoutDeceptive(node.value);
      if (node.type !== "element") return;
      for (const [name, value] of Object.entries(node.properties)) {
        if (typeof value === "string") node.properties[name] = withoutDeceptive(value);
      }
    });
  };
}

const ABSOLUTE = /^(https?:\/\/|mailto:)/i;

/**
 * A post stands inside a page that has its own headings and addresses: headings go down two levels,
 * and a link that leads somewhere only from here (or to a path of ours) is shown as its text.
 */
export function fitIntoPage() {
  return (tree: Root) => {
    visit(tree, "element", (node) => {
      const level = /^h([1-6])$/.exec(node.tagName)?.[1];
      if (level) node.tagName = `h${Math.min(Number(level) + 2, 6)}`;
      if (node.tagName === "a" && !ABSOLUTE.test(String(node.properties.href ?? ""))) {
        node.tagName = "span";
        node.properties = {};
      }
    });
  };
}

function element(
  tagName: string,
  properties: Element["properties"],
  children: ElementContent[],
): Element {
  return { type: "element", tagName, properties, children };
}
