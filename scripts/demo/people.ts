import type { Locale } from "@atrium/domain/kernel/locale";

export interface DemoPerson {
  /** The part of the address before @atrium.test. */
  key: string;
  firstName: string;
  lastName: string;
  locale: Locale;
  isAdmin?: boolean;
}

const named: DemoPerson[] = [
  { key: "student", firstName: "Eero", lastName: "Mäki", locale: "en" },
  { key: "student2", firstName: "Sofia", lastName: "Lindqvist", locale: "sv" },
  { key: "student3", firstName: "Oona", lastName: "Korhonen", locale: "fi" },
  { key: "student4", firstName: "Amara", lastName: "Osei", locale: "en" },
  { key: "assistant", firstName: "Aino", lastName: "Laine", locale: "en" },
  { key: "assistant2", firstName: "Mikko", lastName: "Kallio", locale: "fi" },
  { key: "teacher", firstName: "Tuomas", lastName: "Heikkinen", locale: "en" },
  { key: "responsible", firstName: "Leena", lastName: "Virtanen", locale: "fi" },
  { key: "organizer", firstName: "Jari", lastName: "Salo", locale: "fi" },
  { key: "manager", firstName: "Elli", lastName: "Nurmi", locale: "fi" },
  { key: "steward", firstName: "Onni", lastName: "Rinne", locale: "fi" },
  { key: "admin", firstName: "Helmi", lastName: "Saarinen", locale: "en", isAdmin: true },
];

const firstNames =
  "Leo Iida Veeti Emma Noel Ella Otso Venla Niilo Lilja Eino Aada Toivo Helga Joel Siiri".split(
    " ",
  );
const lastNames =
  "Niemi Hakala Laakso Salonen Mattila Kettunen Ahonen Sandberg Toivonen Koskinen Rantanen".split(
    " ",
  );

export const STUDENT_COUNT = 120;

/** `student`, `student2` ... `student120`: the number of the first is left out. */
export function studentKey(number: number): string {
  return number === 1 ? "student" : `student${number}`;
}

/** Everybody of the demo, always the same: names of the many follow from their number. */
export function demoPeople(): DemoPerson[] {
  const known = new Set(named.map((person) => person.key));
  const others = Array.from({ length: STUDENT_COUNT }, (_, index) => studentKey(index + 1))
    .filter((key) => !known.has(key))
    .map((key, index) => ({
      key,
      firstName: firstNames[index % firstNames.length] ?? "",
      lastName: lastNames[(index * 7 + Math.floor(index / 16)) % lastNames.length] ?? "",
      locale: "fi" as const,
    }));
  return [...named, ...others];
}
