/** A part the process needs before it should get requests; rejects or answers false when it fails. */
export type ReadinessCheck = () => Promise<boolean>;

export interface Readiness {
  /** Names of the parts that fail now; empty means ready. */
  failing(): Promise<string[]>;
}

const PATIENCE_MS = 2_000;

/** Runs the checks side by side; one that does not answer in two seconds fails. */
export function createReadiness(checks: Record<string, ReadinessCheck>): Readiness {
  return {
    async failing() {
      const results = await Promise.all(
        Object.entries(checks).map(async ([name, check]) => ((await passes(check)) ? null : name)),
      );
      return results.filter((name) => name !== null);
    },
  };
}

async function passes(check: ReadinessCheck): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), PATIENCE_MS);
  });
  return Promise.race([check().catch(() => false), timeout]).finally(() => clearTimeout(timer));
}
