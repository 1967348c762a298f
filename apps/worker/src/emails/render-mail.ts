import { render, toPlainText } from "@react-email/render";
import type { ReactElement } from "react";

export interface RenderedMail {
  html: string;
  text: string;
}

// The library shouts headings in capitals, which mangles names.
const asWritten = { selectors: [{ selector: "h1", options: { uppercase: false } }] };

/** A mail as HTML and as plain text made from the same markup. */
export async function renderMail(mail: ReactElement): Promise<RenderedMail> {
  const html = await render(mail);
  return { html, text: toPlainText(html, asWritten) };
}
