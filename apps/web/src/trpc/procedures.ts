import type { AppRouter } from "@atrium/api/root";
import type { inferRouterInputs, inferRouterOutputs } from "@trpc/server";

export type Inputs = inferRouterInputs<AppRouter>;
export type Outputs = inferRouterOutputs<AppRouter>;
/** The routers of the API. */
export type Domain = keyof AppRouter["_def"]["record"] & keyof Inputs & keyof Outputs;
/** The procedures of a router that read, or those that change something. */
export type Names<D extends Domain, Type extends "query" | "mutation"> = keyof {
  [P in keyof AppRouter["_def"]["record"][D] as AppRouter["_def"]["record"][D][P] extends {
    _def: { type: Type };
  }
    ? P
    : never]: true;
} &
  keyof Inputs[D] &
  keyof Outputs[D];

/** Makes something for every procedure by its domain and name. */
export function eachProcedure(make: (domain: string, name: string) => unknown): unknown {
  const named = (domain: string) => new Proxy({}, { get: (_, name) => make(domain, String(name)) });
  return new Proxy({}, { get: (_, domain) => named(String(domain)) });
}
