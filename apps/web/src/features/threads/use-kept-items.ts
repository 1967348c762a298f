"use client";
import { useCallback, useEffect, useState } from "react";
import { usePerson } from "../shell/person.tsx";
import { listStored, writeStored } from "./device-store.ts";

/** Something a person wrote that is not known to have reached the server. */
export interface Unsent {
  /** Stays the same over every attempt, so that an attempt whose answer was lost cannot post twice. */
  clientKey: string;
  message: string;
  writtenAt: string;
}

/**
 * What was written and not yet confirmed, kept on the device under a key for each item: two tabs that write at
 * once must not overwrite each other's. What another tab is sending is shown there only, until a reload.
 */
export function useKeptItems(name: string) {
  const prefix = `atrium.${usePerson().id}.outbox.${name}.`;
  const [items, setItems] = useState<Unsent[]>([]);
  const drop = useCallback(
    (clientKey: string) => setItems((old) => old.filter((item) => item.clientKey !== clientKey)),
    [],
  );

  useEffect(() => {
    setItems(listStored<Unsent>(prefix).sort((a, b) => (a.writtenAt < b.writtenAt ? -1 : 1)));
    function onStorage({ key, newValue }: StorageEvent) {
      if (newValue === null && key?.startsWith(prefix)) drop(key.slice(prefix.length));
    }
    window.addEventListener("storage", onStorage);
    return () => window.removeEventListener("storage", onStorage);
  }, [prefix, drop]);

  const keep = useCallback(
    (item: Unsent) => {
      writeStored(prefix + item.clientKey, item);
      setItems((old) => [...old, item]);
    },
    [prefix],
  );
  const forget = useCallback(
    (clientKey: string) => {
      writeStored(prefix + clientKey, null);
      drop(clientKey);
    },
    [prefix, drop],
  );
  return { items, keep, forget };
}
