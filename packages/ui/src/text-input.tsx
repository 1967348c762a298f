import { clsx } from "clsx";
import type { ComponentProps } from "react";
import { controlClass } from "./control-class.tsx";

/** A one-line text control; put it in a Field. */
export function TextInput({ className, ...rest }: ComponentProps<"input">) {
  return <input {...rest} className={clsx(controlClass, "min-h-11 lg:min-h-10", className)} />;
}
