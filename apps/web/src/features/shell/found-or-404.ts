import { notFound } from "next/navigation";

const codes = ["NOT_FOUND", "BAD_REQUEST"];

/** Shows the not-found page for what does not exist for this reader, an id no id can have included. */
export async function foundOr404<Value>(answer: Promise<Value>): Promise<Value> {
  try {
    return await answer;
  } catch (error) {
    // By its code, not its class: the caller runs outside the bundle, with a TRPCError of its own.
    if (error instanceof Error && "code" in error && codes.includes(String(error.code))) notFound();
    throw error;
  }
}
