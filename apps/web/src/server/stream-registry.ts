import type { ServerResponse } from "node:http";

export interface StreamRegistry {
  add(res: ServerResponse): void;
  count(): number;
  /** Cuts every stream. The connection breaks instead of ending, which tells clients to reconnect. */
  closeAll(): void;
}

/** Knows the event streams now open, which never end by themselves. */
export function createStreamRegistry(): StreamRegistry {
  const open = new Set<ServerResponse>();
  return {
    add(res) {
      open.add(res);
      res.once("close", () => open.delete(res));
    },
    count: () => open.size,
    closeAll() {
      for (const res of open) res.destroy();
    },
  };
}
