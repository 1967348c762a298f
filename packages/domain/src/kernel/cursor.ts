import { z } from "zod";
import { kernelError } from "./errors.ts";

/** Default and largest page size of every list (REST contract). */
export const pageInput = z.strictObject({
  limit: z.int().min(1).max(200).default(50),
  cursor: z.string().max(200).nullish(),
});

/** Position in a list sorted by time, newest first, ties by id: stable while rows are inserted. */
export interface Keyset {
  at: Date;
  id: string;
}

const keysetSchema = z.tuple([z.iso.datetime(), z.uuid()]);

export function encodeCursor({ at, id }: Keyset): string {
  return Buffer.from(JSON.stringify([at.toISOString(), id])).toString("base64url");
}

/** Throws `invalid_input` for a cursor that is not ours. */
export function decodeCursor(cursor: string): Keyset {
  const parsed = keysetSchema.safeParse(parseJson(Buffer.from(cursor, "base64url").toString()));
  if (!parsed.success) throw kernelError("invalid_input", { field: "cursor" });
  return { at: new Date(parsed.data[0]), id: parsed.data[1] };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // not JSON, so not a cursor of ours: the schema refuses it
  }
}
