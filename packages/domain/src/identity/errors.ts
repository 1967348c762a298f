import { defineErrors } from "../kernel/errors.ts";

const identityErrorKinds = {
  "identity.email_taken": "conflict",
  "identity.invalid_credentials": "unauthenticated",
  "identity.unknown_user": "not_found",
  "identity.unknown_course": "not_found",
  "identity.course_exists": "conflict",
  "identity.last_responsible": "conflict",
} as const;

export const identityError = defineErrors(identityErrorKinds);
