export interface PageCacheOptions<Page> {
  /** Makes the page anew; a rejection keeps the old one in use. */
  render(key: string): Promise<Page>;
  /** Most pages kept; the one longest unused goes first. */
  capacity: number;
  /** How long a page counts as fresh. Older ones are still served while a new one is made. */
  freshMs: number;
  /** Older pages than this are not served without a new attempt, unless that attempt fails. */
  staleMs: number;
  onRenderError(error: unknown, key: string): void;
  now?: () => number;
}

export interface PageCache<Page> {
  get(key: string): Promise<Page>;
}

interface Entry<Page> {
  page: Page;
  renderedAt: number;
  freshUntil: number;
}

/** A page that cannot be made is not tried again for every reader. */
const RETRY_MS = 5_000;

/** Keeps rendered pages; renders each at most once at a time however many readers wait for it. */
export function createPageCache<Page>(options: PageCacheOptions<Page>): PageCache<Page> {
  const now = options.now ?? Date.now;
  const entries = new Map<string, Entry<Page>>();
  const running = new Map<string, Promise<Page>>();

  function refresh(key: string): Promise<Page> {
    const current = running.get(key);
    if (current !== undefined) return current;
    const made = options.render(key).then((page) => {
      entries.delete(key);
      entries.set(key, { page, renderedAt: now(), freshUntil: now() + options.freshMs });
      const oldest = entries.keys().next().value;
      if (entries.size > options.capacity && oldest !== undefined) entries.delete(oldest);
      return page;
    });
    const settled = made.finally(() => running.delete(key));
    running.set(key, settled);
    return settled;
  }

  return {
    async get(key) {
      const entry = entries.get(key);
      if (!entry) return refresh(key);
      // Map order is order of use.
      entries.delete(key);
      entries.set(key, entry);
      if (now() < entry.freshUntil) return entry.page;
      const renewed = refresh(key).catch((error: unknown) => {
        options.onRenderError(error, key);
        entry.freshUntil = now() + RETRY_MS;
        return entry.page;
      });
      return now() - entry.renderedAt <= options.staleMs ? entry.page : renewed;
    },
  };
}
