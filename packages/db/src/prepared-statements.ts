import type postgres from "postgres";

type Client = postgres.Sql | postgres.TransactionSql;
type Scope = (tx: Client) => unknown;

/**
 * drizzle sends its statements by `unsafe`, which asks the server to describe each one before it is
 * run: a second trip per statement, which also keeps statements from being pipelined. Prepared ones
 * are described once per connection. Their number is bounded by the statements the code has, so a
 * list of varying length belongs into one array parameter and not into `in (...)`.
 */
export function withPreparedStatements<C extends Client>(client: C): C {
  return new Proxy(client, {
    get(target, key) {
      if (key === "unsafe") {
        return (text: string, values: never[] = [], options = {}) =>
          target.unsafe(text, values, { prepare: values.length > 0, ...options });
      }
      if (key === "begin" || key === "savepoint") {
        return (...args: [...unknown[], Scope]) => {
          const scope = args.pop() as Scope;
          const begin = Reflect.get(target, key) as (...all: unknown[]) => unknown;
          return begin.call(target, ...args, (tx: Client) => scope(withPreparedStatements(tx)));
        };
      }
      return Reflect.get(target, key);
    },
  });
}
