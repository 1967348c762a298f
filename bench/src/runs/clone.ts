import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readdirSync } from "node:fs";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "../../../scripts/bootstrap/paths.mjs";

/** Clones what is committed; a file URL keeps git from sharing its objects with this checkout. */
export function cloneProject(folder: string): string {
  execFileSync("git", ["clone", "--quiet", "--depth=1", pathToFileURL(root).href, folder]);
  return folder;
}

/**
 * Empty caches for npm, and for pnpm its store and what it knows of packages. The user's own
 * settings of npm stay in force: they may be the only way to the packages.
 */
export function emptyCaches(place: string) {
  const variables = {
    npm_config_cache: join(place, "npm-cache"),
    XDG_DATA_HOME: join(place, "data"),
    XDG_CACHE_HOME: join(place, "cache"),
  };
  for (const folder of Object.values(variables)) mkdirSync(folder);
  return {
    variables,
    /** @throws Error when a start has left one empty: it then used the caches of this machine. */
    checkUsed() {
      for (const [name, folder] of Object.entries(variables)) {
        if (readdirSync(folder).length === 0) throw new Error(`${name} was not used`);
      }
    },
  };
}

/**
 * Builds everything again, whatever is built already; answers how many seconds it took.
 *
 * @throws Error with the output when the build fails.
 */
export async function buildAll(
  folder: string,
  environment: Record<string, string>,
): Promise<number> {
  const tools = join(folder, "node_modules/.bin");
  const begin = performance.now();
  const child = spawn(join(tools, "turbo"), ["run", "build", "--force"], {
    cwd: folder,
    env: { ...environment, PATH: `${tools}${delimiter}${environment.PATH ?? ""}` },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const output: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => output.push(chunk));
  }
  const [code] = await once(child, "close");
  if (code !== 0) throw new Error(`The build failed:\n${Buffer.concat(output)}`);
  return (performance.now() - begin) / 1000;
}
