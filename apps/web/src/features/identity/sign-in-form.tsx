"use client";
import { Button } from "@atrium/ui/button";
import { Field } from "@atrium/ui/field";
import { TextInput } from "@atrium/ui/text-input";
import { useTranslations } from "next-intl";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { signInWithPassword } from "../../auth/actions.ts";

type Problem = "emailMissing" | "passwordMissing" | "refused" | "unreachable" | "cookies";

/** E-mail and password; afterwards on to `callbackUrl` when that is a page of this site. */
export function SignInForm({ callbackUrl }: { callbackUrl: string | null }) {
  const t = useTranslations("identity.signIn");
  const [problem, setProblem] = useState<Problem | null>(null);
  const [pending, setPending] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const about = (field: "email" | "password") =>
    problem && fieldOf[problem] === field ? t(problem) : undefined;

  // The field at fault takes focus, with its error read along.
  useEffect(() => {
    if (problem) form.current?.querySelector<HTMLElement>("[aria-invalid]")?.focus();
  }, [problem]);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const email = String(data.get("email")).trim();
    const password = String(data.get("password"));
    const missing = findMissing(email, password);
    setProblem(missing);
    if (missing) return;
    setPending(true);
    const result = await signInWithPassword({ email, password, callbackUrl });
    // A whole new document, so that nothing of an earlier person's session stays in memory.
    if (result.ok) return window.location.assign(result.path);
    setProblem(result.reason);
    setPending(false);
  }

  return (
    <form
      ref={form}
      noValidate
      method="post"
      className="flex flex-col gap-4"
      onSubmit={(e) => void submit(e)}
    >
      <Field id="email" label={t("email")} error={about("email")}>
        {(control) => <TextInput {...control} name="email" type="email" autoComplete="username" />}
      </Field>
      <Field id="password" label={t("password")} error={about("password")}>
        {(control) => (
          <TextInput {...control} name="password" type="password" autoComplete="current-password" />
        )}
      </Field>
      {problem && fieldOf[problem] === null && (
        <p role="alert" className="text-bad">
          {t(problem)}
        </p>
      )}
      <Button type="submit" variant="primary" pending={pending} pendingLabel={t("pending")}>
        {t("submit")}
      </Button>
    </form>
  );
}

const fieldOf: Record<Problem, "email" | "password" | null> = {
  emailMissing: "email",
  passwordMissing: "password",
  refused: "password",
  unreachable: null,
  cookies: null,
};

function findMissing(email: string, password: string): Problem | null {
  if (!email.includes("@")) return "emailMissing";
  return password === "" ? "passwordMissing" : null;
}
