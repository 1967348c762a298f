import { redirect } from "next/navigation";
import { currentPerson } from "../../trpc/server.ts";

/** The signed-in person, or a trip to the sign-in page and from there back to `path`. */
export async function requirePerson(path: string) {
  const person = await currentPerson();
  if (!person) redirect(`/sign-in?callbackUrl=${encodeURIComponent(path)}`);
  return person;
}
