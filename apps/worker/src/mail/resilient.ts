import {
  bulkhead,
  type CircuitBreakerPolicy,
  CircuitState,
  ConsecutiveBreaker,
  circuitBreaker,
  ExponentialBackoff,
  handleWhen,
  TimeoutStrategy,
  timeout,
  wrap,
} from "cockatiel";

export interface ResiliencePolicy {
  /** Milliseconds one call may take; the call's signal aborts then. */
  timeoutMs: number;
  /** Calls at a time; as many again wait, the rest are refused at once. */
  concurrency: number;
  /** Consecutive counted failures that open the circuit. */
  failuresToOpen: number;
  /** Whether an error says the service is ill, as opposed to this one call being wrong. */
  countsAsFailure(error: unknown): boolean;
}

export type BreakerState = "closed" | "half_open" | "open";

export interface Resilient {
  readonly name: string;
  readonly state: BreakerState;
  /**
   * Runs the call under the policy. Throws what the call throws; cockatiel's BrokenCircuitError or
   * BulkheadRejectedError when the call was never made.
   */
  execute<Result>(call: (signal: AbortSignal) => Promise<Result>): Promise<Result>;
}

// A service that stays away is probed at growing, randomised distances up to half a minute.
const PROBE = { initialDelay: 1_000, maxDelay: 30_000 };

/** The one way to an outside service: time limit, circuit breaker, bulkhead. Retrying is the job's. */
export function resilient(name: string, policy: ResiliencePolicy): Resilient {
  const breaker = circuitBreaker(handleWhen(policy.countsAsFailure), {
    halfOpenAfter: new ExponentialBackoff(PROBE),
    breaker: new ConsecutiveBreaker(policy.failuresToOpen),
  });
  const policies = wrap(
    bulkhead(policy.concurrency, policy.concurrency),
    breaker,
    // Cooperative: the call itself ends when its signal aborts and says how far it got.
    timeout(policy.timeoutMs, TimeoutStrategy.Cooperative),
  );
  return {
    name,
    get state() {
      return stateOf(breaker);
    },
    execute: (call) => policies.execute(({ signal }) => call(signal)),
  };
}

function stateOf(breaker: CircuitBreakerPolicy): BreakerState {
  if (breaker.state === CircuitState.Closed) return "closed";
  return breaker.state === CircuitState.HalfOpen ? "half_open" : "open";
}
