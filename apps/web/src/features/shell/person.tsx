"use client";
import type { AppRouter } from "@atrium/api/root";
import type { inferRouterOutputs } from "@trpc/server";
import { createContext, type ReactNode, useContext } from "react";

export type Person = NonNullable<inferRouterOutputs<AppRouter>["session"]["me"]>;

const PersonContext = createContext<Person | null>(null);

export function PersonProvider({ person, children }: { person: Person; children: ReactNode }) {
  return <PersonContext value={person}>{children}</PersonContext>;
}

/** The signed-in person; throws outside the signed-in part of the site. */
export function usePerson(): Person {
  const person = useContext(PersonContext);
  if (!person) throw new Error("usePerson needs PersonProvider above it");
  return person;
}
