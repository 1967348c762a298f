"use client";
import { clsx } from "clsx";
import { type ComponentProps, useLayoutEffect, useRef } from "react";
import { controlClass } from "./control-class.tsx";

type Props = ComponentProps<"textarea">;

/**
 * A text control that grows with its text up to 60 % of the screen. `field-sizing` does it in CSS; where a
 * browser lacks it the height is set by script (through the CSSOM, which a strict CSP allows).
 */
export function TextArea({ className, value, ref, ...rest }: Props) {
  const own = useRef<HTMLTextAreaElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the height follows the text
  useLayoutEffect(() => {
    const area = own.current;
    if (!area || CSS.supports("field-sizing", "content")) return;
    area.style.height = "auto";
    area.style.height = `${area.scrollHeight + 2}px`;
  }, [value]);
  return (
    <textarea
      {...rest}
      value={value}
      ref={(area) => {
        own.current = area;
        if (typeof ref === "function") ref(area);
        else if (ref) ref.current = area;
      }}
      className={clsx(
        controlClass,
        "field-sizing-content max-h-[60dvh] min-h-16 resize-y py-2",
        className,
      )}
    />
  );
}
