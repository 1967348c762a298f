/**
 * Pages that are the same for every reader of one language, and may be kept by caches. They are
 * rendered without cookies: such a page must not depend on who asks.
 */
export const publicPages = ["/about"] as const;

export type PublicPage = (typeof publicPages)[number];

export function findPublicPage(path: string): PublicPage | undefined {
  return publicPages.find((page) => page === path);
}
