import { Avatar } from "@atrium/ui/avatar";
import { clsx } from "clsx";
import type { ReactNode } from "react";

interface Props {
  name: string;
  /** After the name: role, time, state of sending. */
  byline: ReactNode;
  tone?: "post" | "note";
  /** Not confirmed by the server yet. */
  pale?: boolean;
  children: ReactNode;
}

/** Something one person wrote. Notes differ by border, stripes and words, not by colour alone. */
export function Bubble({ name, byline, tone = "post", pale, children }: Props) {
  const note = tone === "note";
  return (
    <article className="grid max-w-2xl grid-cols-[1.75rem_minmax(0,1fr)] gap-3">
      <Avatar name={name} tone={note ? "note" : "act"} />
      <div>
        <p className={clsx("text-sm", note ? "font-semibold text-note" : "text-muted")}>{byline}</p>
        <div
          className={clsx(
            "rounded-lg rounded-tl-sm border px-3.5 py-2.5",
            note ? "note-stripes border-dashed border-note" : "border-line bg-surface",
            pale && "opacity-75",
          )}
        >
          {children}
        </div>
      </div>
    </article>
  );
}

/** Markdown the server has rendered and sanitised, marked with the language it is written in. */
export function Prose({ html, lang }: { html: string; lang?: string | undefined }) {
  return (
    // biome-ignore lint/security/noDangerouslySetInnerHtml: sanitised by renderMarkdown on the server
    <div className="prose" lang={lang} dangerouslySetInnerHTML={{ __html: html }} />
  );
}
