import { createHmac } from "node:crypto";

export type DatabaseRole = "atrium_app" | "atrium_worker";

/** Password of a database role, derived so that one secret configures every process. */
export function rolePassword(secret: string, role: DatabaseRole): string {
  return createHmac("sha256", secret).update(`database role ${role}`).digest("hex");
}

/** The owner's URL with another role's name and derived password in it. */
export function roleUrl(ownerUrl: string, role: DatabaseRole, secret: string): string {
  const url = new URL(ownerUrl);
  url.username = role;
  url.password = rolePassword(secret, role);
  return url.toString();
}

/** The same server and role, another database. */
export function databaseUrl(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${encodeURIComponent(database)}`;
  return changed.toString();
}
