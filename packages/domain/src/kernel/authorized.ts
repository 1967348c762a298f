declare const authorized: unique symbol;

/**
 * A row that was loaded and found allowed for one action. Commands take this instead of an id, so
 * that code which skipped the check does not compile.
 */
export type Authorized<Row, Action extends string> = Row & { readonly [authorized]: Action };

/** Only `access...` functions call this, right after the policy said yes. */
export function markAuthorized<Row, Action extends string>(row: Row): Authorized<Row, Action> {
  return row as Authorized<Row, Action>;
}
