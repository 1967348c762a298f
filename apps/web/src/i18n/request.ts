import { isLocale } from "@atrium/domain/kernel/locale";
import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { getRuntime } from "../server/runtime.ts";
import { currentPerson } from "../trpc/server.ts";
import { compiledMessages } from "./compiled-messages.ts";
import { localeCookie, pickLocale } from "./locale.ts";

/** For readers nobody knows yet; the university's own. */
const defaultTimeZone = "Europe/Helsinki";

export default getRequestConfig(async ({ locale: asked }) => {
  const cookie = (await cookies()).get(localeCookie)?.value;
  const header = (await headers()).get("accept-language");
  const person = await currentPerson();
  const locale = isLocale(asked) ? asked : pickLocale({ cookie, person: person?.locale, header });
  return {
    locale,
    messages: compiledMessages(getRuntime().messages(locale)),
    timeZone: person?.timeZone ?? defaultTimeZone,
  };
});
