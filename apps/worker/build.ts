import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/**
 * Bundles the worker into one file. Workspace packages go in: Node strips types only outside
 * node_modules, where a deployed copy of them would lie. The worker's own dependencies stay out
 * and are found from here; what only the workspace packages depend on is found from nowhere else,
 * so it goes in too.
 */
export async function buildWorker(outfile = at("dist/main.js")): Promise<void> {
  const { dependencies } = JSON.parse(await readFile(at("package.json"), "utf8"));
  const external = Object.keys(dependencies).filter((name) => !name.startsWith("@atrium/"));
  await build({
    entryPoints: [at("src/main.ts")],
    outfile,
    bundle: true,
    external: external.flatMap((name) => [name, `${name}/*`]),
    platform: "node",
    target: "node24",
    format: "esm",
    jsx: "automatic",
    sourcemap: true,
    logLevel: "warning",
    // CommonJS packages inside the bundle call require(), which a module does not have.
    banner: {
      js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);',
    },
  });
}

// `node build.ts [outfile]`
if (process.argv[1] === fileURLToPath(import.meta.url)) await buildWorker(process.argv[2]);
