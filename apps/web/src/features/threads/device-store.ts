/** Reads what was kept on this device; null when nothing was, or when it cannot be read. */
export function readStored<Value>(key: string): Value | null {
  try {
    const text = localStorage.getItem(key);
    return text === null ? null : (JSON.parse(text) as Value);
  } catch {
    // Storage may be forbidden, or hold what an older version wrote: writing still works without it.
    return null;
  }
}

/** All values kept on this device whose keys begin alike. */
export function listStored<Value>(prefix: string): Value[] {
  try {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(prefix));
    return keys.map((key) => readStored<Value>(key)).filter((value) => value !== null);
  } catch {
    return []; // storage is forbidden
  }
}

/** Keeps a value on this device, or forgets it when null. */
export function writeStored(key: string, value: unknown): void {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // Full or forbidden storage must not stop anybody from writing.
  }
}
