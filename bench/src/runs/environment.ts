import { delimiter } from "node:path";

/**
 * What a newcomer's shell would have: how to reach the network and the user's own folders. Not the
 * project's tools, which pnpm puts first in the PATH, and no setting of Atrium.
 */
const kept =
  /^(PATH|HOME|USER|LOGNAME|SHELL|TERM|LANG|LC_\w+|TMPDIR|NODE_EXTRA_CA_CERTS|SSL_CERT_\w+|((https?|all|no)_proxy)|npm_config_registry)$/i;

/** The environment in which the README's commands are run. */
export function plainEnvironment(source: NodeJS.ProcessEnv = process.env): Record<string, string> {
  const entries = Object.entries(source).flatMap(([name, value]) =>
    value !== undefined && kept.test(name) ? [[name, value] as const] : [],
  );
  const environment = Object.fromEntries(entries);
  const path = environment.PATH?.split(delimiter) ?? [];
  return {
    ...environment,
    PATH: path.filter((folder) => !folder.includes("node_modules")).join(delimiter),
  };
}
