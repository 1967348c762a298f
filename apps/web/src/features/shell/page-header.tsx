import type { ReactNode } from "react";

/** The title of a page with its one primary action. */
export function PageHeader({ title, action }: { title: ReactNode; action?: ReactNode }) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-3">
      <h1 className="text-2xl font-bold tracking-tight">{title}</h1>
      {action}
    </div>
  );
}

/** One column in the middle of the page, no wider than is good to read. */
export function PageColumn({ children }: { children: ReactNode }) {
  return (
    <div className="mx-auto flex w-full max-w-2xl flex-col gap-5 px-4 py-5 md:px-6 md:py-8">
      {children}
    </div>
  );
}
