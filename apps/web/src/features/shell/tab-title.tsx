"use client";
import { useEffect } from "react";

const prefix = /^\(\d+\+?\) /;

/** Puts the number of things that wait before the page's title, and again when a page changes its title. */
export function TabTitle({ count }: { count: number }) {
  useEffect(() => {
    function apply() {
      const bare = document.title.replace(prefix, "");
      const wanted = count > 0 ? `(${count > 99 ? "99+" : count}) ${bare}` : bare;
      // Setting it only when it differs keeps the observer from waking itself for ever.
      if (document.title !== wanted) document.title = wanted;
    }
    apply();
    const observer = new MutationObserver(apply);
    observer.observe(document.head, { subtree: true, childList: true, characterData: true });
    return () => observer.disconnect();
  }, [count]);
  return null;
}
