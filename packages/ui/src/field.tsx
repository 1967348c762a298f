"use client";
import { CircleAlert } from "lucide-react";
import { type ReactNode, useId } from "react";

/** What a control needs to be tied to its label, hint and error. */
export type ControlProps = {
  id: string;
  "aria-describedby"?: string;
  "aria-invalid"?: true;
};

type Props = {
  label: ReactNode;
  /** A fixed id lets an error summary link to the field. */
  id?: string;
  hint?: ReactNode;
  error?: ReactNode;
  /** Shown at the end of the label's row, for example a counter of characters. */
  aside?: ReactNode;
  children: (control: ControlProps) => ReactNode;
};

/** A labelled control. The error takes no focus by itself; the form moves focus to the first one. */
export function Field({ label, id, hint, error, aside, children }: Props) {
  const fallback = useId();
  const controlId = id ?? fallback;
  const described = [hint && `${controlId}-hint`, error && `${controlId}-error`].filter(Boolean);
  const control: ControlProps = { id: controlId };
  if (described.length > 0) control["aria-describedby"] = described.join(" ");
  if (error) control["aria-invalid"] = true;
  return (
    <div className="flex flex-col gap-1">
      <div className="flex items-baseline justify-between gap-3">
        <label htmlFor={controlId} className="font-semibold">
          {label}
        </label>
        {aside}
      </div>
      {hint && (
        <div id={`${controlId}-hint`} className="text-md text-muted">
          {hint}
        </div>
      )}
      {children(control)}
      {error && (
        <p id={`${controlId}-error`} className="flex items-start gap-2 text-md text-bad">
          <CircleAlert aria-hidden="true" className="mt-1 size-4 shrink-0" />
          {error}
        </p>
      )}
    </div>
  );
}
