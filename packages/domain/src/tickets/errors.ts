import { defineErrors } from "../kernel/errors.ts";

const ticketErrorKinds = {
  "tickets.already_claimed": "conflict",
  "tickets.wrong_state": "conflict",
  "tickets.too_old_to_reopen": "conflict",
  "tickets.not_staff": "conflict",
} as const;

export const ticketError = defineErrors(ticketErrorKinds);
