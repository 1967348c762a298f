import { TRPCError } from "@trpc/server";
import { notFound } from "next/navigation";

/** Shows the not-found page for what does not exist for this reader, an id no id can have included. */
export async function foundOr404<Value>(answer: Promise<Value>): Promise<Value> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof TRPCError && ["NOT_FOUND", "BAD_REQUEST"].includes(error.code)) notFound();
    throw error;
  }
}
