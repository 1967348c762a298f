"use client";
import { type RefObject, useEffect, useRef } from "react";

/**
 * Keeps the end of a thread in view: at once when it opens, and when it grows while the reader is at the end.
 * Someone who reads further up stays where they are.
 */
export function useFollowEnd(size: number): RefObject<HTMLDivElement | null> {
  const end = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);

  useEffect(() => {
    const mark = end.current;
    if (!mark) return;
    const observer = new IntersectionObserver(
      ([entry]) => {
        atEnd.current = entry?.isIntersecting ?? false;
      },
      { rootMargin: "0px 0px 160px 0px" },
    );
    observer.observe(mark);
    return () => observer.disconnect();
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the thread grows
  useEffect(() => {
    if (atEnd.current) end.current?.scrollIntoView({ block: "nearest" });
  }, [size]);
  return end;
}
