import { hash, verify } from "@node-rs/argon2";

/** argon2id with OWASP's second recommended profile: 19 MiB, two passes, one lane. */
const options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Hash of a password nobody has, so that an unknown address costs as much time as a known one. */
let decoy: Promise<string> | undefined;

export function hashPassword(password: string): Promise<string> {
  return hash(password, options);
}

/** True only when there is a hash and the password fits it; takes as long either way. */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  decoy ??= hash("no person has this password", options);
  const matches = await verify(stored ?? (await decoy), password);
  return matches && stored !== null;
}
