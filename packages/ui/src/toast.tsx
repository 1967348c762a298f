"use client";
import { Toast } from "@base-ui/react/toast";
import { clsx } from "clsx";
import { X } from "lucide-react";
import type { ReactNode } from "react";
import { buttonClass } from "./button-class.tsx";
import { IconButton } from "./icon-button.tsx";

const manager = Toast.createToastManager();

export type ToastText = {
  title: ReactNode;
  text?: ReactNode;
  tone?: "plain" | "bad";
  /** What can be done about it while the message is shown; there must be another way to it as well. */
  action?: { label: string; run: () => void };
};

/**
 * Shows a message for a while; a failure stays twice as long. Both are read out politely: Base UI hides an urgent
 * one from screen readers while the keyboard can still reach it.
 */
export function showToast({ title, text, tone = "plain", action }: ToastText): void {
  const id = manager.add({
    title,
    description: text,
    type: tone,
    timeout: tone === "bad" ? 10_000 : 5_000,
    priority: "low",
    ...(action && {
      actionProps: {
        children: action.label,
        onClick() {
          manager.close(id);
          action.run();
        },
      },
    }),
  });
}

/**
 * Where toasts appear; mount once. At the top, away from what one writes in; on desktop below a header with its
 * actions.
 */
export function Toaster({ closeLabel, label }: { closeLabel: string; label: string }) {
  return (
    <Toast.Provider toastManager={manager}>
      <Toast.Portal>
        <Toast.Viewport
          aria-label={label}
          className="fixed inset-x-3 top-3 z-50 flex flex-col gap-2 sm:left-auto sm:w-96 lg:top-28 lg:right-6"
        >
          <ToastList closeLabel={closeLabel} />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}

function ToastList({ closeLabel }: { closeLabel: string }) {
  const { toasts } = Toast.useToastManager();
  return toasts.map((toast) => (
    <Toast.Root
      key={toast.id}
      toast={toast}
      swipeDirection={["right", "up"]}
      className={clsx(
        "rounded-md border bg-surface text-ink shadow-raised transition-opacity duration-150",
        "data-ending-style:opacity-0 data-starting-style:opacity-0",
        toast.type === "bad" ? "border-bad" : "border-line-strong",
      )}
    >
      <Toast.Content className="flex items-start gap-2 py-1 pr-1 pl-4">
        <div className="min-w-0 flex-1 py-2">
          <Toast.Title className={clsx("font-semibold", toast.type === "bad" && "text-bad")} />
          <Toast.Description className="text-md" />
        </div>
        <Toast.Action className={clsx(buttonClass({ variant: "quiet", size: "sm" }), "shrink-0")} />
        <Toast.Close
          render={
            <IconButton label={closeLabel} icon={<X aria-hidden="true" className="size-4" />} />
          }
        />
      </Toast.Content>
    </Toast.Root>
  ));
}
