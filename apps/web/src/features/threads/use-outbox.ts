"use client";
import { useCallback, useState } from "react";
import { newClientKey } from "./client-key.ts";
import { useStored } from "./use-stored.ts";

export interface Unsent {
  /** Stays the same over every attempt, so that an attempt whose answer was lost cannot post twice. */
  clientKey: string;
  message: string;
  writtenAt: string;
}

export interface OutboxItem extends Unsent {
  status: "sending" | "failed";
  error: unknown;
}

export interface Outbox {
  items: OutboxItem[];
  add: (message: string) => void;
  retry: (item: Unsent) => void;
  remove: (item: Unsent) => void;
}

interface Attempt {
  sending: boolean;
  error: unknown;
}

/**
 * What was sent and not yet confirmed. It is shown at once, kept on the device until the server has it, and a
 * failure stays visible with its text until it is sent again or removed.
 */
export function useOutbox(name: string, send: (item: Unsent) => Promise<unknown>): Outbox {
  const [unsent, setUnsent] = useStored<Unsent[]>(`outbox.${name}`, []);
  const [attempts, setAttempts] = useState<Record<string, Attempt>>({});

  const remove = useCallback(
    ({ clientKey }: Unsent) =>
      setUnsent((items) => orNull(items.filter((item) => item.clientKey !== clientKey))),
    [setUnsent],
  );
  const attempt = useCallback(
    async (item: Unsent) => {
      const note = (state: Attempt) => setAttempts((old) => ({ ...old, [item.clientKey]: state }));
      note({ sending: true, error: null });
      try {
        await send(item);
        remove(item);
      } catch (error) {
        note({ sending: false, error });
      }
    },
    [send, remove],
  );
  const add = useCallback(
    (message: string) => {
      const item = { clientKey: newClientKey(), message, writtenAt: new Date().toISOString() };
      setUnsent((items) => [...items, item]);
      void attempt(item);
    },
    [setUnsent, attempt],
  );
  const items = unsent.map((item): OutboxItem => {
    // Without an attempt in this tab it was left over from before a reload: it did not get through.
    const { sending, error } = attempts[item.clientKey] ?? { sending: false, error: null };
    return { ...item, status: sending ? "sending" : "failed", error };
  });
  return { items, add, retry: (item) => void attempt(item), remove };
}

function orNull(items: Unsent[]): Unsent[] | null {
  return items.length > 0 ? items : null;
}
