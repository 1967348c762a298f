import { delimiter, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** The repository's root folder. */
export const root = resolve(fileURLToPath(import.meta.url), "../../..");

/** The pinned Node; a dependency, so that an older Node on the machine does not matter. */
export const pinnedNode = join(root, "node_modules/.bin/node");

/** Where database, mails, secrets and logs live. A relative path starts at the repository's root. */
export function dataFolder() {
  return resolve(root, process.env.ATRIUM_DATA_DIR || ".atrium");
}

/** The caller's environment with the pinned tools first in the PATH and no telemetry. */
export function toolEnvironment() {
  return {
    ...process.env,
    PATH: `${join(root, "node_modules/.bin")}${delimiter}${process.env.PATH ?? ""}`,
    NEXT_TELEMETRY_DISABLED: "1",
    TURBO_TELEMETRY_DISABLED: "1",
  };
}
