import { setLocale } from "@atrium/domain/identity/commands/set-locale";
import { setLocaleInput } from "@atrium/domain/identity/schema";
import { authedMutation, router } from "../trpc.ts";

export const peopleRouter = router({
  setLocale: authedMutation
    .input(setLocaleInput)
    .output(setLocaleInput)
    .mutation(({ ctx, input }) => ctx.write((write) => setLocale(write, input))),
});
