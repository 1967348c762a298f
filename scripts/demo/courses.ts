import type { CourseRole } from "@atrium/db/schema/identity";
import { STUDENT_COUNT, studentKey } from "./people.ts";

export interface DemoCourse {
  code: string;
  term: string;
  name: Record<string, string>;
  members: [person: string, role: CourseRole][];
}

const everyStudent = Array.from({ length: STUDENT_COUNT }, (_, index) => studentKey(index + 1));
const students = (keys: string[]) => keys.map((key): [string, CourseRole] => [key, "student"]);

export const demoCourses: DemoCourse[] = [
  {
    code: "521141P",
    term: "2026-autumn",
    name: {
      fi: "Ohjelmoinnin alkeet",
      en: "Elementary programming",
      sv: "Grunderna i programmering",
    },
    members: [
      ...students(everyStudent),
      ["assistant", "assistant"],
      ["assistant2", "assistant"],
      ["teacher", "teacher"],
      ["responsible", "responsible"],
    ],
  },
  {
    code: "521150A",
    term: "2026-autumn",
    name: {
      fi: "Johdatus internetiin",
      en: "Introduction to the Internet",
      sv: "Introduktion till internet",
    },
    // The assistant of one course is a student here: a role never carries over.
    members: [
      ...students(["assistant", ...everyStudent.slice(0, 20)]),
      ["assistant2", "assistant"],
      ["teacher", "responsible"],
    ],
  },
];
