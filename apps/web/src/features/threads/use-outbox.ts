"use client";
import { useCallback, useState } from "react";
import { newClientKey } from "./client-key.ts";
import { type Unsent, useKeptItems } from "./use-kept-items.ts";

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
  const { items: unsent, keep, forget } = useKeptItems(name);
  const [attempts, setAttempts] = useState<Record<string, Attempt>>({});

  const attempt = useCallback(
    async (item: Unsent) => {
      const note = (state: Attempt) => setAttempts((old) => ({ ...old, [item.clientKey]: state }));
      note({ sending: true, error: null });
      try {
        await send(item);
        forget(item.clientKey);
      } catch (error) {
        note({ sending: false, error });
      }
    },
    [send, forget],
  );
  const add = useCallback(
    (message: string) => {
      const item = { clientKey: newClientKey(), message, writtenAt: new Date().toISOString() };
      keep(item);
      void attempt(item);
    },
    [keep, attempt],
  );
  const items = unsent.map((item): OutboxItem => {
    // Without an attempt in this tab it was left over from before a reload: it did not get through.
    const { sending, error } = attempts[item.clientKey] ?? { sending: false, error: null };
    return { ...item, status: sending ? "sending" : "failed", error };
  });
  return {
    items,
    add,
    retry: (item) => void attempt(item),
    remove: ({ clientKey }) => forget(clientKey),
  };
}
