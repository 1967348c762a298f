"use client";
import { Menu as Base } from "@base-ui/react/menu";
import { clsx } from "clsx";
import { type ReactElement, type ReactNode, useState } from "react";

export type MenuEntry = {
  key: string;
  label: ReactNode;
  /** The key that does the same, shown at the end of the row. */
  shortcut?: ReactNode;
  tone?: "plain" | "bad";
  onSelect: () => void;
};

/** A list of actions behind a button. `trigger` is the button element, for example an IconButton. */
export function Menu({ trigger, entries }: { trigger: ReactElement; entries: MenuEntry[] }) {
  // Opens beside its button, not at the end of <body>, where it would lie outside every landmark.
  const [place, setPlace] = useState<HTMLElement | null>(null);
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <span ref={setPlace} className="contents" />
      <Base.Portal container={place}>
        <Base.Positioner align="end" sideOffset={4} className="z-40 outline-none">
          <Base.Popup className="min-w-48 rounded-md border border-line-strong bg-surface py-1 text-ink shadow-raised outline-none transition-opacity duration-100 data-ending-style:opacity-0 data-starting-style:opacity-0">
            {entries.map((entry) => (
              <Base.Item
                key={entry.key}
                onClick={entry.onSelect}
                className={clsx(
                  "flex min-h-11 cursor-pointer items-center justify-between gap-6 px-3 outline-none select-none lg:min-h-9",
                  "data-highlighted:bg-act-soft forced-colors:data-highlighted:underline",
                  entry.tone === "bad" && "text-bad",
                )}
              >
                {entry.label}
                {entry.shortcut}
              </Base.Item>
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
