import { clsx } from "clsx";
import type { ComponentProps, ReactNode } from "react";

type Props = Omit<ComponentProps<"button">, "children" | "className"> & {
  /** Read aloud and shown on hover: the icon alone says nothing to many. */
  label: string;
  icon: ReactNode;
  className?: string;
};

/** A button that shows only an icon. */
export function IconButton({ label, icon, className, ...rest }: Props) {
  return (
    <button
      type="button"
      {...rest}
      aria-label={label}
      title={label}
      className={clsx(
        "inline-grid size-11 cursor-pointer place-items-center rounded-md text-muted transition-colors",
        "hover:bg-act-soft hover:text-ink disabled:cursor-not-allowed disabled:opacity-60 lg:size-9",
        className,
      )}
    >
      {icon}
    </button>
  );
}
