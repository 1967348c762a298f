import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** The operating-system user a server runs as; null means the user this process already is. */
export type OsUser = { uid: number; gid: number; name: string } | null;

function passwdEntry(matches: (name: string, uid: number) => boolean): OsUser {
  for (const line of readFileSync("/etc/passwd", "utf8").split("\n")) {
    const [name, , uid, gid] = line.split(":");
    if (name && uid && gid && matches(name, Number(uid))) {
      return { name, uid: Number(uid), gid: Number(gid) };
    }
  }
  return null;
}

/**
 * PostgreSQL refuses to run as root, so root hands it to `postgres` where that user exists and to
 * `nobody` elsewhere: no account is created on somebody's machine.
 *
 * @throws Error when root finds neither user.
 */
export function unprivilegedUser(): OsUser {
  if (process.getuid?.() !== 0) return null;
  const user =
    passwdEntry((name) => name === "postgres") ?? passwdEntry((name) => name === "nobody");
  if (user === null) {
    throw new Error("PostgreSQL does not run as root, and there is no user postgres or nobody");
  }
  return user;
}

/** The user who owns existing data: a cluster only starts as its owner. */
export function userById(uid: number, gid: number): OsUser {
  if (process.getuid?.() !== 0) return null;
  return passwdEntry((_, id) => id === uid) ?? { uid, gid, name: String(uid) };
}

/** Spawn options that run a child as `user`, with none of the caller's PG* variables. */
export function asUser(user: OsUser) {
  return {
    ...(user === null ? {} : { uid: user.uid, gid: user.gid }),
    cwd: "/",
    env: { PATH: "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin", LC_ALL: "C", TZ: "UTC" },
  };
}

/** Whether `user` can really enter the folder: modes, ACLs and mounts answer best when asked. */
export function canEnter(user: OsUser, folder: string): boolean {
  if (user === null) return true;
  const probe = spawnSync("/bin/sh", ["-c", 'cd "$1"', "sh", folder], {
    ...asUser(user),
    stdio: "ignore",
  });
  return probe.status === 0;
}

/** Whether `user` can really run the program (reachable, executable, its libraries readable). */
export function canRun(user: OsUser, program: string): boolean {
  const probe = spawnSync(program, ["--version"], { ...asUser(user), stdio: "ignore" });
  return probe.status === 0;
}
