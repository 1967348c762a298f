"use client";
import { useLocale, useTranslations } from "next-intl";
import { pickText } from "../shell/localized.ts";
import { usePerson } from "../shell/person.tsx";

/** The courses a person is on and what they are there. */
export function OwnCourses() {
  const t = useTranslations("identity");
  const locale = useLocale();
  const { courses } = usePerson();
  if (courses.length === 0) return <p className="text-muted">{t("me.noCourses")}</p>;
  return (
    <ul className="flex flex-col gap-1">
      {courses.map((course) => {
        const { text, lang } = pickText(course.name, locale);
        return (
          <li key={course.courseId}>
            <b className="font-semibold">{course.code}</b> <span lang={lang}>{text}</span>
            <span className="text-muted">
              {" · "}
              {course.roles.map((role) => t(`roles.${role}`)).join(", ")}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
