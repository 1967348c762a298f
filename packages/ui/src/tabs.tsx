"use client";
import { Tabs as Base } from "@base-ui/react/tabs";
import { clsx } from "clsx";
import type { ReactNode } from "react";

export type TabEntry<Value extends string> = {
  value: Value;
  label: ReactNode;
  tone?: "act" | "note";
  panel: ReactNode;
};

type Props<Value extends string> = {
  label: string;
  value: Value;
  onValueChange: (value: Value) => void;
  tabs: TabEntry<Value>[];
};

/** A few panels in one place. Panels stay mounted, so what was typed in a hidden one is kept. */
export function Tabs<Value extends string>({ label, value, onValueChange, tabs }: Props<Value>) {
  return (
    <Base.Root value={value} onValueChange={(next: Value) => onValueChange(next)}>
      <Base.List aria-label={label} activateOnFocus className="mb-2 flex gap-4">
        {tabs.map((tab) => (
          <Base.Tab
            key={tab.value}
            value={tab.value}
            className={clsx(
              "min-h-11 cursor-pointer text-md font-semibold lg:min-h-8",
              tab.tone === "note" ? "text-note" : "text-act",
              "data-active:shadow-tab forced-colors:data-active:underline",
            )}
          >
            {tab.label}
          </Base.Tab>
        ))}
      </Base.List>
      {tabs.map((tab) => (
        <Base.Panel
          key={tab.value}
          value={tab.value}
          keepMounted
          tabIndex={-1}
          className="outline-none"
        >
          {tab.panel}
        </Base.Panel>
      ))}
    </Base.Root>
  );
}
