"use client";
import { type RefObject, useEffect, useRef } from "react";

type Mark = RefObject<HTMLDivElement | null>;

/**
 * Keeps the end of a thread in view: at once when it opens, and when it grows while the reader is at the end.
 * Someone who reads further up stays where they are. `end` belongs after the last post, `foot` after the box
 * to write in, which is to be in view as well where it scrolls with the page.
 */
export function useFollowEnd(size: number): { end: Mark; foot: Mark } {
  const end = useRef<HTMLDivElement>(null);
  const foot = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);

  useEffect(() => {
    const mark = end.current;
    if (!mark) return;
    const observer = new IntersectionObserver(
      ([entry]) => {
        atEnd.current = entry?.isIntersecting ?? false;
      },
      // The first is for the page, the second for a pane that scrolls by itself.
      { rootMargin: "0px 0px 160px 0px", scrollMargin: "160px" },
    );
    observer.observe(mark);
    return () => observer.disconnect();
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the thread grows
  useEffect(() => {
    if (!atEnd.current) return;
    for (const mark of [end, foot]) mark.current?.scrollIntoView({ block: "nearest" });
  }, [size]);
  return { end, foot };
}
