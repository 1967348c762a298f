import type { ReactNode } from "react";

type Props = {
  title: ReactNode;
  /** What would be here, or what to do to get something here. */
  text?: ReactNode;
  action?: ReactNode;
};

/** A list with nothing in it. */
export function EmptyState({ title, text, action }: Props) {
  return (
    <div className="flex flex-col items-start gap-2 px-4 py-6">
      <p className="font-semibold">{title}</p>
      {text && <p className="max-w-[60ch] text-muted">{text}</p>}
      {action && <div className="mt-2">{action}</div>}
    </div>
  );
}
