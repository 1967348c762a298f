import { clsx } from "clsx";
import { CircleAlert, CloudOff } from "lucide-react";
import type { ReactNode } from "react";

type Props = {
  /** What happened. */
  title: ReactNode;
  /** What to do about it. */
  text?: ReactNode;
  /** The id to tell support, already put in words ("Request id: ..."). */
  reference?: ReactNode;
  action?: ReactNode;
  /** Within a form, where there is more to read around it. */
  compact?: boolean;
};

/** Something failed: what happened, what to do, and the id that finds it in the logs. */
export function ErrorState({ title, text, reference, action, compact }: Props) {
  return (
    <div
      role="alert"
      className={clsx("flex flex-col items-start gap-2 px-4", compact ? "py-3" : "py-8")}
    >
      <p className="flex items-center gap-2 font-semibold text-bad">
        <CircleAlert aria-hidden="true" className="size-5 shrink-0" />
        {title}
      </p>
      {text && <p className="max-w-[60ch]">{text}</p>}
      {reference && <p className="text-sm break-all text-muted tabular-nums">{reference}</p>}
      {action && <div className="mt-2">{action}</div>}
    </div>
  );
}

/** One line above content that may be old because the device is offline. */
export function OfflineNote({ children }: { children: ReactNode }) {
  return (
    <p role="status" className="flex items-center gap-2 bg-wait-soft px-4 py-2 text-md text-wait">
      <CloudOff aria-hidden="true" className="size-4 shrink-0" />
      {children}
    </p>
  );
}
