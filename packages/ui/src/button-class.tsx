import { clsx } from "clsx";

export type ButtonLook = {
  variant?: "primary" | "secondary" | "quiet" | "danger" | undefined;
  /** `md` is 44 px on phones and 40 px on desktop; `sm` is 44 and 36; `lg` is 48 on both. */
  size?: "sm" | "md" | "lg" | undefined;
};

const variants = {
  primary: "border-act bg-act text-act-ink hover:bg-act-hover hover:border-act-hover",
  secondary: "border-line-strong bg-surface text-ink hover:border-edge hover:bg-paper",
  quiet: "border-transparent text-act hover:bg-act-soft",
  danger: "border-bad bg-bad text-bad-ink hover:bg-bad-hover hover:border-bad-hover",
};

const sizes = {
  sm: "min-h-11 px-3 text-md lg:min-h-9",
  md: "min-h-11 px-4 lg:min-h-10",
  lg: "min-h-12 px-6",
};

/** The classes of a button, for links that look like one. */
export function buttonClass({ variant = "secondary", size = "md" }: ButtonLook): string {
  return clsx(
    "inline-flex cursor-pointer items-center justify-center gap-2 rounded-md border py-1 font-semibold",
    "no-underline transition-colors duration-100",
    "disabled:cursor-not-allowed disabled:opacity-60 aria-disabled:cursor-progress aria-disabled:opacity-80",
    variants[variant],
    sizes[size],
  );
}
