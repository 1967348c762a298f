/** Longest a browser keeps a cookie set by script today (400 days). */
const maxAge = 400 * 24 * 60 * 60;

/** Remembers a choice on this device for every page of the site, or forgets it when null. */
export function writeDeviceCookie(name: string, value: string | null): void {
  const secure = location.protocol === "https:" ? "; secure" : "";
  const life = value === null ? 0 : maxAge;
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing on plain http
  document.cookie = `${name}=${value ?? ""}; path=/; max-age=${life}; samesite=lax${secure}`;
}
