"use client";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { trpc, useCacheTools } from "../../trpc/client.ts";
import { describeFailure } from "../../trpc/error.ts";
import { newClientKey } from "../threads/client-key.ts";
import { useStored } from "../threads/use-stored.ts";
import { type ComposeDraft, type ComposeProblems, findComposeProblems } from "./compose-draft.ts";

/** The draft of a new ticket and the one way to send it. */
export function useCompose(start: Omit<ComposeDraft, "clientKey">) {
  const [draft, update, restored] = useStored<ComposeDraft>("draft.new-ticket", {
    ...start,
    clientKey: "",
  });
  const [problems, setProblems] = useState<ComposeProblems>({});
  const [attempts, setAttempts] = useState(0);
  const open = trpc.tickets.open.useMutation({ networkMode: "always" });
  const utils = useCacheTools();
  const router = useRouter();

  function change(fields: Partial<ComposeDraft>) {
    update((old) => ({ ...old, ...fields }));
  }

  async function attempt() {
    // The key is set before the first attempt and kept with the draft: a second click, a time-out or a
    // reload in between sends the same key, and the server answers with the same ticket.
    const sent = { ...draft, clientKey: draft.clientKey || newClientKey() };
    change({ clientKey: sent.clientKey });
    const found = await findComposeProblems(sent);
    setProblems(found);
    setAttempts((count) => count + 1);
    if (Object.keys(found).length > 0) return false;
    try {
      const ticket = await open.mutateAsync(sent);
      update(() => null);
      void utils.tickets.listMine.invalidate();
      router.push(`/tickets/${ticket.id}`);
      return true;
    } catch (error) {
      // What arrived earlier stays; what was written since is another question, under a new key.
      if (wasSentBefore(error)) change({ clientKey: newClientKey() });
      return false;
    }
  }

  const { submit, sending } = useSubmitOnce(attempt);
  const discard = () => update(() => null);
  return {
    draft,
    change,
    discard,
    restored,
    problems,
    attempts,
    sending,
    submit,
    error: open.error,
  };
}

/** An earlier attempt with other words did reach the server, although its answer was lost. */
export function wasSentBefore(error: unknown): boolean {
  return describeFailure(error).domainCode === "threads.client_key_reused";
}

/** Runs one attempt at a time, and none after one that succeeded. */
function useSubmitOnce(attempt: () => Promise<boolean>) {
  const [sending, setSending] = useState(false);
  const busy = useRef(false);
  async function submit() {
    if (busy.current) return;
    busy.current = true;
    setSending(true);
    const sent = await attempt();
    // After success the page is about to leave; a free button would invite a second press.
    busy.current = sent;
    setSending(sent);
  }
  return { submit, sending };
}
