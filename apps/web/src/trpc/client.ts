"use client";

import {
  type DefinedUseQueryResult,
  type UseMutationOptions,
  type UseMutationResult,
  type UseQueryOptions,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { useMemo } from "react";
import { type CacheTools, cacheTools } from "./cache-tools.ts";
import { mutateApi, queryApi } from "./call-api.ts";
import { type Domain, eachProcedure, type Inputs, type Names, type Outputs } from "./procedures.ts";

type QueryOptions<Out> = Omit<UseQueryOptions<Out>, "queryKey" | "queryFn">;

interface QueryHook<In, Out> {
  useQuery(
    input: In,
    options: QueryOptions<Out> & { initialData: Out },
  ): DefinedUseQueryResult<Out>;
  useQuery(input: In, options?: QueryOptions<Out>): UseQueryResult<Out>;
}

interface MutationHook<In, Out> {
  useMutation(
    options?: Omit<UseMutationOptions<Out, Error, In>, "mutationFn">,
  ): UseMutationResult<Out, Error, In>;
}

type Hooks = {
  [D in Domain]: {
    [P in Names<D, "query">]: QueryHook<Inputs[D][P], Outputs[D][P]>;
  } & { [P in Names<D, "mutation">]: MutationHook<Inputs[D][P], Outputs[D][P]> };
};

/**
 * Typed hooks: `trpc.tickets.get.useQuery({ ticketId })`. The part of `@trpc/react-query` that is in use here, in a tenth
 * of its size: every first page loads it.
 */
export const trpc = eachProcedure((domain, name) => ({
  useQuery: (input: unknown, options?: object) =>
    useQuery({
      ...options,
      queryKey: [domain, name, input],
      queryFn: () => queryApi(`${domain}.${name}`, input),
    }),
  useMutation: (options?: object) =>
    useMutation({
      ...options,
      mutationFn: (input: unknown) => mutateApi(`${domain}.${name}`, input),
    }),
})) as Hooks;

/** What reads and changes the cache of answers. */
export function useCacheTools(): CacheTools {
  const queryClient = useQueryClient();
  return useMemo(() => cacheTools(queryClient), [queryClient]);
}
