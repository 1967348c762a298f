// The tokens of packages/ui as plain values: mail clients know neither custom properties nor
// light-dark(). Day values go inline as well, for clients that drop <style>.
export const day = {
  paper: "#faf8f4",
  surface: "#ffffff",
  ink: "#1b1f23",
  muted: "#565f6a",
  line: "#e5e1d8",
  act: "#0f5c5c",
  actInk: "#ffffff",
} as const;

const night = {
  paper: "#131619",
  surface: "#1b1f23",
  ink: "#ece9e2",
  muted: "#9fa8b2",
  line: "#2b3137",
  act: "#6fc3be",
  actInk: "#08201f",
} as const;

export const fontStack =
  '"Atkinson Hyperlegible Next","Atkinson Hyperlegible",Inter,"Segoe UI",system-ui,sans-serif';

const written = `
.written p, .written ul, .written ol, .written pre, .written table { margin: 0 0 12px; }
.written > :last-child { margin-bottom: 0; }
.written ul, .written ol { padding-left: 24px; }
.written h1, .written h2, .written h3, .written h4 { font-size: 16px; line-height: 1.4; margin: 0 0 8px; }
.written code { font-family: ui-monospace, Menlo, Consolas, monospace; font-size: 14px; }
.written pre { background: ${day.paper}; border: 1px solid ${day.line}; border-radius: 8px; padding: 12px; white-space: pre-wrap; word-break: break-word; }
.written blockquote { margin: 0 0 12px; padding-left: 12px; border-left: 3px solid ${day.line}; color: ${day.muted}; }
.written table { border-collapse: collapse; }
.written a { color: ${day.act}; }
.written td, .written th { border: 1px solid ${day.line}; padding: 4px 8px; text-align: left; }`;

// !important, because what it overrules is inline. The cell below .paper is react-email's own, made
// for clients that drop the body's background.
const dark = `
@media (prefers-color-scheme: dark) {
  .paper, .paper > table > tbody > tr > td { background: ${night.paper} !important; color: ${night.ink} !important; }
  .card { background: ${night.surface} !important; border-color: ${night.line} !important; }
  .ink, .written { color: ${night.ink} !important; }
  .muted, .written blockquote { color: ${night.muted} !important; }
  .written { border-color: ${night.act} !important; }
  .written a { color: ${night.act} !important; }
  .written pre { background: ${night.paper} !important; }
  .written pre, .written td, .written th, .written blockquote { border-color: ${night.line} !important; }
  .button { background: ${night.act} !important; color: ${night.actInk} !important; }
  .rule { border-color: ${night.line} !important; }
}`;

export const stylesheet = `${written}${dark}`;
