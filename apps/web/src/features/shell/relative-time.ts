const minute = 60_000;
const hour = 60 * minute;

export type Age =
  | { unit: "now" }
  | { unit: "minutes" | "hours"; count: number }
  | { unit: "date"; sameYear: boolean };

/** How to tell the time of something: relative under 24 hours, the date from then on. Milliseconds. */
export function ageOf(at: number, now: number): Age {
  // A clock of the server ahead of the device's makes new things "just now", never "in 3 minutes".
  const age = Math.max(0, now - at);
  if (age < minute) return { unit: "now" };
  if (age < hour) return { unit: "minutes", count: Math.floor(age / minute) };
  if (age < 24 * hour) return { unit: "hours", count: Math.floor(age / hour) };
  return { unit: "date", sameYear: new Date(at).getFullYear() === new Date(now).getFullYear() };
}
