"use client";
import { Dialog as Base } from "@base-ui/react/dialog";
import { clsx } from "clsx";
import { X } from "lucide-react";
import type { ReactNode } from "react";
import { IconButton } from "./icon-button.tsx";

type Props = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  description?: ReactNode;
  closeLabel: string;
  children: ReactNode;
};

/** A modal window: in the middle on desktop, a sheet from the bottom on phones. */
export function Dialog({ open, onOpenChange, title, description, closeLabel, children }: Props) {
  return (
    <Base.Root open={open} onOpenChange={(next) => onOpenChange(next)}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-veil transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Base.Popup
          className={clsx(
            "fixed z-50 flex max-h-[90dvh] flex-col overflow-y-auto bg-surface text-ink shadow-raised",
            "border border-line outline-none transition duration-150",
            "inset-x-0 bottom-0 rounded-t-lg pb-safe data-ending-style:translate-y-4",
            "sm:inset-x-auto sm:top-1/2 sm:bottom-auto sm:left-1/2 sm:w-120 sm:max-w-[92vw]",
            "sm:-translate-x-1/2 sm:-translate-y-1/2 sm:rounded-lg",
            "data-ending-style:opacity-0 data-starting-style:opacity-0",
          )}
        >
          <div className="py-4 pr-14 pl-5">
            <Base.Title className="text-lg font-semibold">{title}</Base.Title>
            {description && (
              <Base.Description className="mt-1 text-muted">{description}</Base.Description>
            )}
          </div>
          <div className="px-5 pb-5">{children}</div>
          {/* Last, so that focus starts on what the dialog is about. */}
          <Base.Close
            render={
              <IconButton
                label={closeLabel}
                icon={<X aria-hidden="true" className="size-5" />}
                className="absolute top-2 right-2"
              />
            }
          />
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
