"use client";
import { useParams, useRouter, useSearchParams } from "next/navigation";
import { useOptimistic, useTransition } from "react";
import type { InboxView } from "../tickets/models.ts";

export const inboxViews = ["waiting_for_staff", "mine", "waiting_for_student", "done"] as const;

/** A place in the inbox: which view, of which course, with which ticket open. All of it is in the address. */
export interface InboxPlace {
  view: InboxView;
  courseId: string | null;
  ticketId: string | null;
}

export function hrefOf({ view, courseId, ticketId }: InboxPlace): string {
  const query = new URLSearchParams();
  if (view !== "waiting_for_staff") query.set("view", view);
  if (courseId) query.set("course", courseId);
  const search = query.size > 0 ? `?${query}` : "";
  return `/inbox${ticketId ? `/${ticketId}` : ""}${search}`;
}

/**
 * Where the reader is, and a way to go elsewhere. While the next page is on its way (`moving`) `target` is
 * already there, so that the list answers each key at once.
 */
export function useInboxPlace() {
  const query = useSearchParams();
  const { ticketId } = useParams<{ ticketId?: string }>();
  const router = useRouter();
  const [moving, startMove] = useTransition();
  const place: InboxPlace = {
    view: inboxViews.find((view) => view === query.get("view")) ?? "waiting_for_staff",
    courseId: query.get("course"),
    ticketId: ticketId ?? null,
  };
  const [target, setTarget] = useOptimistic(place);
  const go = (change: Partial<InboxPlace>) =>
    startMove(() => {
      setTarget({ ...target, ...change });
      router.push(hrefOf({ ...target, ...change }), { scroll: false });
    });
  return { place, target, go, moving };
}
