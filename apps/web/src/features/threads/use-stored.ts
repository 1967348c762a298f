"use client";
import { useCallback, useEffect, useRef, useState } from "react";
import { usePerson } from "../shell/person.tsx";
import { readStored, writeStored } from "./device-store.ts";

/** A change to null forgets the value and goes back to the initial one. */
type Update<Value> = (change: (value: Value) => Value | null) => void;

/**
 * State that survives a reload on this device, kept apart for each person who uses it. The first render has
 * `initial`, as on the server; what was kept arrives right after.
 */
export function useStored<Value>(
  name: string,
  initial: Value,
): [value: Value, update: Update<Value>, restored: boolean] {
  const key = `atrium.${usePerson().id}.${name}`;
  const [state, setState] = useState({ value: initial, restored: false });
  const fallback = useRef(initial);
  const current = useRef(initial);

  useEffect(() => {
    const kept = readStored<Value>(key);
    current.current = kept ?? fallback.current;
    setState({ value: current.current, restored: kept !== null });
  }, [key]);

  const update = useCallback<Update<Value>>(
    (change) => {
      const next = change(current.current);
      current.current = next ?? fallback.current;
      writeStored(key, next);
      setState((old) => ({ value: current.current, restored: next !== null && old.restored }));
    },
    [key],
  );
  return [state.value, update, state.restored];
}
