import type { Database } from "@atrium/db/client";
import { findCredentials } from "@atrium/domain/identity/queries";
import { signInInput } from "@atrium/domain/identity/schema";
import { type Locale, toLocale } from "@atrium/domain/kernel/locale";
import { verifyPassword } from "@atrium/domain/kernel/passwords";
import { runRead } from "@atrium/domain/kernel/transaction";

export interface SignedIn {
  id: string;
  email: string;
  name: string;
  locale: Locale;
}

/**
 * The person with this address and password, or null. Unknown address and wrong password look and
 * take alike. No transaction is open while the hash is computed.
 */
export async function signInWithPassword(
  database: Database,
  input: { email: string; password: string },
): Promise<SignedIn | null> {
  const parsed = signInInput.safeParse(input);
  if (!parsed.success) return null;
  const { email, password } = parsed.data;
  const found = await runRead(database, { actorId: null }, (ctx) => findCredentials(ctx, email));
  const matches = await verifyPassword(found?.passwordHash ?? null, password);
  if (!matches || !found) return null;
  return { id: found.userId, email: found.email, name: found.name, locale: toLocale(found.locale) };
}
