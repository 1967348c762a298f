/** Which greeting suits the hour (0-23) where the reader is. */
export function greetingOf(hour: number): "morning" | "day" | "evening" {
  if (hour >= 4 && hour < 11) return "morning";
  return hour >= 17 || hour < 4 ? "evening" : "day";
}

/** The hour of the day in a time zone. */
export function hourIn(timeZone: string, at: Date): number {
  const text = new Intl.DateTimeFormat("en", { hour: "numeric", hourCycle: "h23", timeZone });
  return Number(text.format(at));
}
