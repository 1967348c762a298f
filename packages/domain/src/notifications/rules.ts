/** A send whose outcome is not known within this time is taken for lost. */
export const SEND_LEASE_SECONDS = 60;

/**
 * A delivery is begun at most twice: once, and once more when the first outcome was never recorded.
 * Both carry the same Message-ID, so a mailbox that got the first can tell.
 */
const MAX_SENDS = 2;

export type DeliveryStep = "send" | "wait" | "give_up";

/** What to do with the next delivery in line. */
export function nextStep(delivery: {
  state: "queued" | "sending";
  sendsStarted: number;
  leaseExpired: boolean;
}): DeliveryStep {
  if (delivery.state === "queued") return "send";
  if (!delivery.leaseExpired) return "wait";
  return delivery.sendsStarted < MAX_SENDS ? "send" : "give_up";
}
