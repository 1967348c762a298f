import { clsx } from "clsx";

type Props = {
  /** What is loading, for screen readers. */
  label: string;
  rows?: number;
  className?: string;
};

/** Grey rows in the shape of a list while it loads. */
export function SkeletonList({ label, rows = 4, className }: Props) {
  return (
    <div role="status" className={clsx("flex flex-col", className)}>
      <span className="sr-only">{label}</span>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows are alike and never move
        <div key={row} className="flex animate-pulse flex-col gap-2 border-b border-line px-4 py-3">
          <span className="h-4 w-3/4 rounded-sm bg-line" />
          <span className="h-3 w-1/2 rounded-sm bg-line" />
        </div>
      ))}
    </div>
  );
}
