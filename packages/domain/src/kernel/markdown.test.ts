import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { renderMarkdown } from "./markdown.ts";

/** What must be in no rendering of anything, whatever was written. */
const dangerous =
  /<(script|img|svg|math|iframe|object|embed|style|link|meta|form|input|button|base)|\son\w+\s*=|\sstyle\s*=|(href|src)="\s*(javascript|data|vbscript|file):/i;

const attacks = [
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "![x](javascript:alert(1))",
  "![tracker](https://spy.example/pixel.png)",
  "[x](javascript:alert(1))",
  "[x](JaVaScRiPt:alert(1))",
  "[x](&#106;avascript:alert(1))",
  "[x](java\nscript:alert(1))",
  "[x](data:text/html;base64,PHNjcmlwdD4=)",
  "[x](vbscript:msgbox(1))",
  "[x]( <javascript:alert(1)> )",
  "<javascript:alert(1)>",
  "[ref]\n\n[ref]: javascript:alert(1)",
  '[x](https://a.example "onmouseover=alert(1) x=\\"")',
  '<svg><animate onbegin="alert(1)"/></svg>',
  '<math><mtext><table><mglyph><style><img src=x onerror="alert(1)">',
  "```html\n<script>alert(1)</script>\n```",
  "`````\n```\n<script>alert(1)</script>\n```\n`````",
  "`<img src=x onerror=alert(1)>`",
  "| <script> | b |\n|---|---|\n| <img src=x onerror=alert(1)> | [x](javascript:1) |",
  "$\\href{javascript:alert(1)}{x}$ $\\htmlData{x=1}{y}$",
  '```mermaid\nclick A "javascript:alert(1)"\n```',
  "javascript:alert(1) http://ok.example/<script>alert(1)</script>",
  'https://ok.example/?q="onmouseover=alert(1)',
  "- [ ] task <input autofocus onfocus=alert(1)>",
  "[^1]\n\n[^1]: <script>alert(1)</script>",
];

describe("renderMarkdown", () => {
  for (const attack of attacks) {
    it(`A34 renders ${JSON.stringify(attack.slice(0, 50))} harmlessly`, () => {
      // The attack stays readable as text: what is dangerous must be gone outside of it.
      const html = renderMarkdown(attack);
      expect(html.replaceAll(/&#x3C;|&lt;/g, "‹").replaceAll(/>[^<]*</g, "><")).not.toMatch(
        dangerous,
      );
    });
  }

  it("A34 lets no generated text smuggle anything dangerous through", () => {
    const piece = fc.constantFrom(
      ...attacks,
      ...[
        "[",
        "](",
        ")",
        "<",
        ">",
        "`",
        "```\n",
        "\n",
        "\n\n",
        "> ",
        "* ",
        "1. ",
        '"',
        "'",
        "&",
        "|",
      ],
      ...[
        "javascript:",
        "onerror=",
        "\u202e",
        "\u0000",
        "\\",
        "![",
        "[^1]:",
        "<!--",
        "-->",
        "&#60;",
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const tags = renderMarkdown(pieces.join("")).match(/<[^>]*>/g) ?? [];
        expect(tags.join("")).not.toMatch(dangerous);
      }),
      { numRuns: 300 },
    );
  });

  it("A34 shows what was written: hidden and reordering characters are taken out", () => {
    const html = renderMarkdown("access\u202e\u2066 level\u200b = `user\u2069\u202c`");
    expect(html).toBe("<p>access level = <code>user</code></p>");
    // Made by the parser out of a reference, or kept in an attribute, they are gone as well.
    const made = renderMarkdown('a&#x202e;b [c&#8238;](https://d.fi "&#x2066;e") `&#x202e;`');
    expect(made).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
  });

  it("fits into a page: headings below the page's own, links only to addresses of their own", () => {
    expect(renderMarkdown("# Big")).toBe("<h3>Big</h3>");
    for (const target of ["/api/auth/signout", "//evil.example", "#top", "javascript:alert(1)"]) {
      expect(renderMarkdown(`[here](${target})`)).toBe("<p><span>here</span></p>");
    }
    expect(renderMarkdown("[mail](mailto:a@b.fi)")).toContain('href="mailto:a@b.fi"');
  });

  it("shows HTML as the text it is: nobody's question disappears", () => {
    expect(renderMarkdown("Why is vector<int> v; empty?")).toBe(
      "<p>Why is vector&#x3C;int> v; empty?</p>",
    );
    expect(renderMarkdown("<div>My page\nshows nothing</div>")).toBe(
      "<pre><code>&#x3C;div>My page\nshows nothing&#x3C;/div></code></pre>",
    );
  });

  it("links bare addresses, without the full stop after them, and none in code", () => {
    const link = (address: string) =>
      `<a rel="nofollow noopener noreferrer" href="${address}">${address}</a>`;
    expect(renderMarkdown("See https://oulu.fi/a?b=1, (http://x.fi). Done")).toBe(
      `<p>See ${link("https://oulu.fi/a?b=1")}, (${link("http://x.fi")}). Done</p>`,
    );
    expect(renderMarkdown("`https://oulu.fi`")).toBe("<p><code>https://oulu.fi</code></p>");
    expect(renderMarkdown("ftp://a.fi javascript://x.fi")).not.toContain("<a");
  });

  it("A34 stays quick on texts made to be slow", () => {
    const slow = [
      "[".repeat(10_000),
      "> ".repeat(5_000),
      "*a _b ".repeat(1_600),
      "- ".repeat(5_000),
      `${"`".repeat(3_000)} ${"`".repeat(2_999)}`,
      "![".repeat(5_000),
      "<a ".repeat(3_000),
      "|a".repeat(5_000),
      "&".repeat(10_000),
      "a@".repeat(5_000),
      "www.".repeat(2_500),
      "www.a_".repeat(1_600),
      "http://a".repeat(1_250),
      "https://a.b_)".repeat(700),
      "*a **b".repeat(1_600),
      "1. a\n".repeat(2_000),
      "x".repeat(1_000_000),
    ];
    for (const text of slow) {
      const started = performance.now();
      renderMarkdown(text);
      // A few hundred milliseconds at worst on a slow machine; quadratic parts took many times that.
      expect(performance.now() - started, text.slice(0, 12)).toBeLessThan(2_000);
    }
  });

  it("A34 names a code block's language only when it looks like one", () => {
    expect(renderMarkdown("```c++\nint x;\n```")).toContain('class="language-c++"');
    expect(renderMarkdown("```<script>\nx\n```")).toContain('<code class="">x');
  });

  it("keeps what people use: emphasis, code, lists, tables, links", () => {
    expect(renderMarkdown("**bold** and ~~gone~~")).toBe(
      "<p><strong>bold</strong> and <del>gone</del></p>",
    );
    expect(renderMarkdown("```python\nprint(1)\n```")).toContain('class="language-python"');
    expect(renderMarkdown("|a|b|\n|-|-|\n|1|2|")).toContain("<td>2</td>");
    expect(renderMarkdown("[docs](https://oulu.fi)")).toBe(
      '<p><a rel="nofollow noopener noreferrer" href="https://oulu.fi">docs</a></p>',
    );
    expect(renderMarkdown("a &lt; b")).toContain("&#x3C;");
  });
});
