import { redirect } from "next/navigation";
import { currentPerson } from "../../trpc/server.ts";

export type SearchParams = Promise<Record<string, string | string[] | undefined>>;

/** The signed-in person, or a trip to the sign-in page and from there back to `path` with its query. */
export async function requirePerson(path: string, searchParams?: SearchParams) {
  const person = await currentPerson();
  if (!person)
    redirect(`/sign-in?callbackUrl=${encodeURIComponent(path + (await queryOf(searchParams)))}`);
  return person;
}

async function queryOf(searchParams: SearchParams | undefined): Promise<string> {
  const entries = Object.entries((await searchParams) ?? {}).flatMap(([name, value]) =>
    [value ?? []].flat().map((each) => [name, each]),
  );
  return entries.length > 0 ? `?${new URLSearchParams(entries)}` : "";
}
