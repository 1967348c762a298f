import { expect } from "@playwright/test";
import { readStack } from "./stack.ts";

export interface Mail {
  subject: string;
  text: string;
  html: string;
  to: { address: string }[];
  headers: Record<string, string>;
}

/** All mails the catcher has received for an address. */
export async function mailsTo(address: string): Promise<Mail[]> {
  const response = await fetch(`${readStack().mailboxUrl}/api/email`);
  const mails = (await response.json()) as Mail[];
  return mails.filter((mail) => mail.to.some((to) => to.address === address));
}

/** Waits until exactly one mail whose subject contains `words` has come to the address. */
export async function waitForMail(address: string, words: string): Promise<Mail> {
  const matching = async () =>
    (await mailsTo(address)).filter((mail) => mail.subject.includes(words));
  await expect.poll(async () => (await matching()).length, { timeout: 30_000 }).toBe(1);
  return (await matching())[0] as Mail;
}
