/** `ok: null` means there is nothing to check, and that is fine. */
export type Finding = { name: string; ok: boolean | null; detail: string };
