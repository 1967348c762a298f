/**
 * Where to go after signing in: `wanted` when it stays on `origin`, else `/`. Answers a path, so that
 * nothing that merely looks local (`//host`, `/\host`, `javascript:`) can lead away.
 */
export function safePath(wanted: string | null | undefined, origin: string): string {
  if (!wanted || !URL.canParse(wanted, origin)) return "/";
  const url = new URL(wanted, origin);
  if (url.origin !== origin || url.username !== "" || url.password !== "") return "/";
  return `/${url.pathname.replace(/^\/+/, "")}${url.search}${url.hash}`;
}
