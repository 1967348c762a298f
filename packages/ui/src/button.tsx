"use client";
import { clsx } from "clsx";
import type { ComponentProps, MouseEvent, ReactNode } from "react";
import { type ButtonLook, buttonClass } from "./button-class.tsx";
import { Spinner } from "./spinner.tsx";

export type ButtonProps = Omit<ComponentProps<"button">, "className"> &
  ButtonLook & {
    /** Work this button started is under way: it keeps focus, says so, and takes no second press. */
    pending?: boolean;
    /** What to read while pending; without it the label stays. */
    pendingLabel?: ReactNode;
    /** Layout only (width, margins): the look comes from variant and size. */
    className?: string;
  };

/** A button. `aria-disabled` instead of `disabled` while pending, so that focus is not thrown away. */
export function Button(props: ButtonProps) {
  const { variant, size, pending, pendingLabel, className, children, onClick, ...rest } = props;
  function press(event: MouseEvent<HTMLButtonElement>) {
    if (pending) event.preventDefault();
    else onClick?.(event);
  }
  return (
    <button
      type="button"
      {...rest}
      {...(pending && { "aria-disabled": true, "aria-busy": true })}
      onClick={press}
      className={clsx(buttonClass({ variant, size }), className)}
    >
      {pending && <Spinner />}
      {pending && pendingLabel ? pendingLabel : children}
    </button>
  );
}
