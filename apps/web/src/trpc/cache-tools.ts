import type { InvalidateQueryFilters, QueryClient, QueryKey } from "@tanstack/react-query";
import { queryApi } from "./call-api.ts";
import { type Domain, eachProcedure, type Inputs, type Names, type Outputs } from "./procedures.ts";

interface QueryTool<In, Out> {
  /** Asks the server, past the cache. */
  query(input: In): Promise<Out>;
  /** How the cache calls an answer; without an input the beginning of what it calls all of them. */
  keyOf(input?: In): QueryKey;
  setData(input: In, change: Out | ((old: Out | undefined) => Out | undefined)): void;
  /** Asks afresh for one answer or for all, as far as they are on the page. */
  invalidate(input?: In): Promise<void>;
}

export type CacheTools = {
  [D in Domain]: { [P in Names<D, "query">]: QueryTool<Inputs[D][P], Outputs[D][P]> };
} & { invalidate(domain?: Domain, filters?: InvalidateQueryFilters): Promise<void> };

export function cacheTools(cache: QueryClient): CacheTools {
  const tools = eachProcedure((domain, name) => {
    const keyOf = (input?: unknown) =>
      input === undefined ? [domain, name] : [domain, name, input];
    return {
      keyOf,
      query: (input: unknown) => queryApi(`${domain}.${name}`, input),
      setData: (input: unknown, change: unknown) => cache.setQueryData(keyOf(input), change),
      invalidate: (input?: unknown) => cache.invalidateQueries({ queryKey: keyOf(input) }),
    };
  });
  const invalidate = (domain?: string, filters?: object) =>
    cache.invalidateQueries({ ...(domain && { queryKey: [domain] }), ...filters });
  return new Proxy({} as CacheTools, {
    get: (_, name) => (name === "invalidate" ? invalidate : Reflect.get(tools as object, name)),
  });
}
