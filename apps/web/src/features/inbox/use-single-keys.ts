"use client";
import { useEffect, useRef, useSyncExternalStore } from "react";

const storageKey = "atrium.single-keys";
const changed = "atrium:single-keys";

/** Whether a press belongs to something else: a text box, a browser shortcut, an open dialog or menu. */
function isTaken(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return true;
  const target = event.target instanceof Element ? event.target : null;
  if (target?.closest("input, textarea, select, [contenteditable]")) return true;
  // A notice is a dialog too, but not a modal one: it takes no keys.
  return (
    document.querySelector('[role="dialog"]:not([aria-modal="false"]), [role="menu"]') !== null
  );
}

function areEnabled(): boolean {
  try {
    return localStorage.getItem(storageKey) !== "off";
  } catch {
    return true; // storage is forbidden: nobody can have turned them off
  }
}

function subscribe(listener: () => void): () => void {
  window.addEventListener(changed, listener);
  return () => window.removeEventListener(changed, listener);
}

/** Single keys can be turned off (WCAG 2.1.4): speech input and shaky hands press them by accident. */
export function useSingleKeysEnabled(): [boolean, (enabled: boolean) => void] {
  const enabled = useSyncExternalStore(subscribe, areEnabled, () => true);
  function set(next: boolean) {
    try {
      localStorage.setItem(storageKey, next ? "on" : "off");
    } catch {
      // Not kept beyond this page; there is nowhere to keep it.
    }
    window.dispatchEvent(new Event(changed));
  }
  return [enabled, set];
}

/** Binds single keys for as long as the component is on the page. `?` works even when the others are off. */
export function useSingleKeys(bindings: Record<string, (() => void) | undefined>): void {
  const latest = useRef(bindings);
  useEffect(() => {
    latest.current = bindings;
  });
  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      const run = latest.current[event.key];
      if (!run || isTaken(event) || (event.key !== "?" && !areEnabled())) return;
      event.preventDefault();
      run();
    }
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
}
