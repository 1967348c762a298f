"use client";
import { locales } from "@atrium/domain/kernel/locale";
import { Field } from "@atrium/ui/field";
import { Select } from "@atrium/ui/select";
import { TextArea } from "@atrium/ui/text-area";
import { TextInput } from "@atrium/ui/text-input";
import { useLocale, useTranslations } from "next-intl";
import { pickText } from "../shell/localized.ts";
import { usePerson } from "../shell/person.tsx";
import type { ComposeLimits } from "./compose-draft.ts";
import type { useCompose } from "./use-compose.ts";
import { useProblemText } from "./use-problem-text.ts";

type Props = { compose: ReturnType<typeof useCompose>; limits: ComposeLimits };

/** The fields of a new ticket; ids are those the summary of problems links to. */
export function ComposeFields({ compose, limits }: Props) {
  const t = useTranslations("tickets.new");
  const languages = useTranslations("common.languages");
  const { draft, change, problems } = compose;
  const problemText = useProblemText(limits);
  const count = { count: draft.subject.length, limit: limits.subject };
  return (
    <>
      <CourseField compose={compose} limits={limits} />
      <Field
        id="subject"
        label={t("subject")}
        hint={t("subjectHint")}
        error={problems.subject && problemText("subject", problems.subject)}
        aside={<span className="text-sm text-muted tabular-nums">{t("count", count)}</span>}
      >
        {(control) => (
          <TextInput
            {...control}
            value={draft.subject}
            autoComplete="off"
            onChange={(event) => change({ subject: event.target.value })}
          />
        )}
      </Field>
      <Field
        id="message"
        label={t("message")}
        hint={t("messageHint")}
        error={problems.message && problemText("message", problems.message)}
      >
        {(control) => (
          <TextArea
            {...control}
            className="min-h-40"
            value={draft.message}
            lang={draft.language}
            onChange={(event) => change({ message: event.target.value })}
          />
        )}
      </Field>
      <Field id="language" label={t("language")}>
        {(control) => (
          <Select
            {...control}
            className="sm:w-60"
            value={draft.language}
            options={locales.map((value) => ({ value, label: languages(value) }))}
            onChange={(event) => change({ language: event.target.value })}
          />
        )}
      </Field>
    </>
  );
}

/** Which course to ask; with only one there is nothing to choose. */
function CourseField({ compose, limits }: Props) {
  const t = useTranslations("tickets.new");
  const locale = useLocale();
  const { courses } = usePerson();
  const problemText = useProblemText(limits);
  const { draft, change, problems } = compose;
  const options = courses.map(({ courseId, code, name }) => {
    const { text, lang } = pickText(name, locale);
    return { value: courseId, label: `${code} ${text}`, lang };
  });
  if (options.length === 1) {
    return (
      <p className="text-muted" lang={options[0]?.lang}>
        {options[0]?.label}
      </p>
    );
  }
  return (
    <Field
      id="courseId"
      label={t("course")}
      error={problems.courseId && problemText("courseId", problems.courseId)}
    >
      {(control) => (
        <Select
          {...control}
          value={draft.courseId}
          options={[{ value: "", label: t("chooseCourse") }, ...options]}
          onChange={(event) => change({ courseId: event.target.value })}
        />
      )}
    </Field>
  );
}
