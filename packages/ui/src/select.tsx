import { clsx } from "clsx";
import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { controlClass } from "./control-class.tsx";

type Props = Omit<ComponentProps<"select">, "children" | "multiple"> & {
  options: { value: string; label: string; lang?: string }[];
};

/**
 * A choice of one. The browser's own select: phones give it their picker, it works before any script has
 * loaded, and it writes no style attribute into server HTML as a scripted listbox does.
 */
export function Select({ options, className, ...rest }: Props) {
  return (
    <span className={clsx("relative block", className)}>
      <select {...rest} className={clsx(controlClass, "min-h-11 appearance-none pr-9 lg:min-h-10")}>
        {options.map((option) => (
          <option key={option.value} value={option.value} lang={option.lang}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown
        aria-hidden="true"
        className="pointer-events-none absolute top-1/2 right-3 size-4 -translate-y-1/2 text-muted"
      />
    </span>
  );
}
