import { clsx } from "clsx";
import type { AriaAttributes, ElementType, ReactNode } from "react";
import { type ButtonLook, buttonClass } from "./button-class.tsx";

type Base = {
  href: string;
  /** The router's link component; a plain anchor without it. */
  link?: ElementType;
  children: ReactNode;
  lang?: string;
  className?: string;
  "aria-current"?: AriaAttributes["aria-current"];
};

/** A link in running text. */
export function TextLink({ link: Anchor = "a", className, ...rest }: Base) {
  return (
    <Anchor
      {...rest}
      className={clsx("text-act underline underline-offset-2 hover:decoration-2", className)}
    />
  );
}

/** A link that looks like a button: it goes somewhere, it does not do something. */
export function ButtonLink({
  link: Anchor = "a",
  variant,
  size,
  className,
  ...rest
}: Base & ButtonLook) {
  return <Anchor {...rest} className={clsx(buttonClass({ variant, size }), className)} />;
}
