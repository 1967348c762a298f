import { z } from "zod";
import { kernelError } from "./errors.ts";

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
