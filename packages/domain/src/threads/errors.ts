import { defineErrors } from "../kernel/errors.ts";

const threadErrorKinds = {
  "threads.client_key_reused": "conflict",
} as const;

export const threadError = defineErrors(threadErrorKinds);
