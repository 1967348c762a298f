import { gfmStrikethroughFromMarkdown } from "mdast-util-gfm-strikethrough";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmStrikethrough } from "micromark-extension-gfm-strikethrough";
import { gfmTable } from "micromark-extension-gfm-table";
import rehypeSanitize, { defaultSchema, type Options } from "rehype-sanitize";
import rehypeStringify from "rehype-stringify";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { type Processor, unified } from "unified";
import {
  fitIntoPage,
  htmlAsText,
  imageAsLink,
  linkAddresses,
  showAsWritten,
} from "./markdown-tree.ts";
import { withoutDeceptive } from "./text.ts";

// Markdown alone decides what elements there can be: HTML in it is shown as text, images as links.
const schema: Options = {
  ...defaultSchema,
  tagNames: (defaultSchema.tagNames ?? []).filter((tag) => tag !== "img" && tag !== "input"),
  attributes: {
    ...defaultSchema.attributes,
    code: [["className", /^language-[\w+#.-]{1,30}$/]],
  },
  protocols: { ...defaultSchema.protocols, href: ["http", "https", "mailto"] },
};

/** Of GFM only tables and strikethrough: its autolinks take quadratic time on hostile text. */
function tablesAndStrikethrough(this: Processor): void {
  const data = this.data() as Record<string, unknown[] | undefined>;
  data.micromarkExtensions = [gfmTable(), gfmStrikethrough()];
  data.fromMarkdownExtensions = [gfmTableFromMarkdown(), gfmStrikethroughFromMarkdown()];
}

const pipeline = unified()
  .use(remarkParse)
  .use(tablesAndStrikethrough)
  .use(remarkRehype, { handlers: { html: htmlAsText, image: imageAsLink } })
  .use(linkAddresses)
  .use(showAsWritten)
  .use(fitIntoPage)
  .use(rehypeSanitize, schema)
  .use(rehypeStringify)
  .freeze();

/** Deeper quotes or lists than this are no conversation, and nesting costs the parser its time. */
const MAX_NESTING = 20;
const MAX_LENGTH = 20_000;

/** Texts are read far more often than written; the newest few hundred are kept rendered. */
const MAX_KEPT = 500;
const kept = new Map<string, string>();

/**
 * Markdown (CommonMark, tables, strikethrough, bare web addresses) to HTML that is safe on every
 * path: page, mail, widget, export. The same text gives the same HTML, from memory if it can.
 */
export function renderMarkdown(markdown: string): string {
  const known = kept.get(markdown);
  if (known !== undefined) return known;
  const html = render(markdown);
  const oldest = kept.keys().next();
  if (kept.size >= MAX_KEPT && !oldest.done) kept.delete(oldest.value);
  kept.set(markdown, html);
  return html;
}

function render(markdown: string): string {
  const text = flattenNesting(withoutDeceptive(markdown.slice(0, MAX_LENGTH)));
  const html = String(pipeline.processSync(text));
  return html.replaceAll('<a href="', '<a rel="nofollow noopener noreferrer" href="');
}

function flattenNesting(text: string): string {
  return text
    .split("\n")
    .map((line) => line.replace(/^(?:[ \t]*(?:>|[-*+]|\d{1,9}[.)])[ \t]?)+/, capMarkers))
    .join("\n");
}

function capMarkers(prefix: string): string {
  const markers = prefix.match(/[ \t]*(?:>|[-*+]|\d{1,9}[.)])[ \t]?/g) ?? [];
  return markers.length > MAX_NESTING ? markers.slice(0, MAX_NESTING).join("") : prefix;
}
