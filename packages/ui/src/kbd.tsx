import type { ReactNode } from "react";

/** A key to press. Takes the colour around it, so that it also sits on a primary button. */
export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd className="inline-block min-w-5 rounded-sm border border-b-2 border-current px-1 text-center font-mono text-xs opacity-80">
      {children}
    </kbd>
  );
}
