/** Tells the page which nonce its own inline scripts need; Next reads its own from the policy. */
export const nonceHeader = "x-atrium-nonce";
export const requestIdHeader = "x-request-id";
