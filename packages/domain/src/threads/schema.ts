import { z } from "zod";
import { typedText } from "../kernel/text.ts";

export const MESSAGE_MAX_LENGTH = 10_000;

/** What a person writes in a thread: Markdown. */
export const messageSchema = typedText(MESSAGE_MAX_LENGTH);

/** BCP 47 tag of the language something is written in. */
export const languageSchema = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)
  .max(35);

/** Made by the sender once per thing sent; sending it again is the same send. */
export const clientKeySchema = z.uuid();
