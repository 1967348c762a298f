"use client";
import { Button } from "@atrium/ui/button";
import { Field } from "@atrium/ui/field";
import { TextArea } from "@atrium/ui/text-area";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, type Ref, useRef, useState } from "react";
import { findMessageProblem, type Problem } from "./message-problem.ts";
import { useStored } from "./use-stored.ts";

interface Props {
  /** Names the draft on the device; another thread or kind of post has another. */
  draftName: string;
  label: string;
  placeholder: string;
  submitLabel: string;
  hint?: string | undefined;
  limit: number;
  inputRef?: Ref<HTMLTextAreaElement> | undefined;
  onSend: (message: string) => void;
}

/** A box to write a post in. The text stays on the device until it is handed to the outbox. */
export function Composer(props: Props) {
  const { draftName, label, placeholder, submitLabel, hint, limit, inputRef, onSend } = props;
  const t = useTranslations("tickets");
  const [draft, setDraft] = useStored(`draft.${draftName}`, "");
  const [problem, setProblem] = useState<Problem | null>(null);
  const checking = useRef(false);

  async function submit() {
    if (checking.current) return;
    checking.current = true;
    const found = await findMessageProblem(draft).finally(() => {
      checking.current = false;
    });
    setProblem(found);
    if (found) return;
    onSend(draft.trim());
    setDraft(() => null);
  }

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void submit();
    // Leaves the box, so that the single keys of the inbox work again.
    if (event.key === "Escape") event.currentTarget.blur();
  }

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
      className="flex flex-col gap-2"
    >
      <Field
        label={<span className="sr-only">{label}</span>}
        hint={hint}
        error={
          problem && t(problem === "long" ? "errors.messageLong" : "errors.messageEmpty", { limit })
        }
      >
        {(control) => (
          <TextArea
            {...control}
            ref={inputRef}
            value={draft}
            placeholder={placeholder}
            onChange={(event) => setDraft(() => event.target.value || null)}
            onKeyDown={onKeyDown}
          />
        )}
      </Field>
      <div className="flex items-center justify-end gap-3">
        <span className="hidden text-sm text-muted lg:inline">{t("reply.keys")}</span>
        <Button type="submit" variant="primary" size="sm">
          {submitLabel}
        </Button>
      </div>
    </form>
  );
}
