import rehypeSanitize, { defaultSchema, type Options } from "rehype-sanitize";
import rehypeStringify from "rehype-stringify";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";

// Raw HTML is never parsed (remark-rehype drops it), so the schema only has to judge what Markdown
// itself can produce. Images are left out: a remote one tells its host who reads and when.
const schema: Options = {
  ...defaultSchema,
  tagNames: (defaultSchema.tagNames ?? []).filter((tag) => tag !== "img" && tag !== "input"),
  attributes: {
    ...defaultSchema.attributes,
    code: [["className", /^language-[\w+#.-]{1,30}$/]],
  },
  protocols: { ...defaultSchema.protocols, href: ["http", "https", "mailto"] },
  clobberPrefix: "post-",
};

const pipeline = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkRehype)
  .use(rehypeSanitize, schema)
  .use(rehypeStringify)
  .freeze();

// Controls that reorder or hide text (Unicode UAX #9, "Trojan Source"): what is shown must be what
// was written, in code most of all.
const DIRECTION_CONTROLS = /[\u202A-\u202E\u2066-\u2069\u200B\u2060\uFEFF]/g;

/** Deeper quotes or lists than this are no conversation, and nesting costs the parser its time. */
const MAX_NESTING = 20;
const MAX_LENGTH = 20_000;

/**
 * Markdown (CommonMark + GFM tables, strikethrough, autolinks) to HTML that is safe on every path:
 * page, mail, widget, export. Links get `rel`; headings and footnotes cannot clobber page ids.
 */
export function renderMarkdown(markdown: string): string {
  const text = flattenNesting(markdown.slice(0, MAX_LENGTH).replaceAll(DIRECTION_CONTROLS, ""));
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
