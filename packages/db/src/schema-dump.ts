import type postgres from "postgres";

/**
 * Text of everything the migrations made in `public`, in a fixed order: what a reviewer reads to
 * see what a migration changed, and what a replay from zero is compared with. Our own, because
 * pg_dump does not come with the embedded server and its output changes with its version.
 */
export async function dumpSchema(sql: postgres.Sql): Promise<string> {
  const parts = await Promise.all([
    lines(sql, tables),
    lines(sql, constraints),
    lines(sql, indexes),
    lines(sql, policies),
    lines(sql, functions),
    lines(sql, grants),
  ]);
  const header =
    "-- Made by `pnpm --filter @atrium/db dump`; do not edit. The migrations are the source.";
  return `${[header, ...parts.map((part) => part.join("\n"))].join("\n\n")}\n`;
}

async function lines(sql: postgres.Sql, query: string): Promise<string[]> {
  const rows = await sql.unsafe<{ line: string }[]>(query);
  return rows.map((row) => row.line);
}

const tables = `
  select format(E'table %s%s\n%s', c.relname,
    case when c.relrowsecurity then ' (row-level security)' else '' end,
    string_agg(format('  %s %s%s%s', a.attname, format_type(a.atttypid, a.atttypmod),
      case when a.attnotnull then ' not null' else '' end,
      coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '')), E'\n' order by a.attnum)) as line
  from pg_class c
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
  where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
  group by c.oid order by c.relname collate "C"`;

const constraints = `
  select format('constraint %s.%s %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as line
  from pg_constraint where connamespace = 'public'::regnamespace and contype <> 'n'
  order by conrelid::regclass::text collate "C", conname collate "C"`;

const indexes = `
  select indexdef as line from pg_indexes where schemaname = 'public' order by indexname collate "C"`;

const policies = `
  select format(E'policy %s on %s for %s to %s\n  using %s\n  check %s', policyname, tablename, cmd,
    array_to_string(roles, ', '), coalesce(qual, '-'), coalesce(with_check, '-')) as line
  from pg_policies where schemaname = 'public'
  order by tablename collate "C", policyname collate "C"`;

const functions = `
  select pg_get_functiondef(oid) as line from pg_proc
  where pronamespace = 'public'::regnamespace order by proname collate "C"`;

const grants = `
  select format('grant %s on %s to %s', string_agg(lower(privilege_type), ', ' order by privilege_type),
    table_name, grantee) as line
  from information_schema.role_table_grants
  where table_schema = 'public' and grantee in ('atrium_app', 'atrium_worker')
  group by table_name, grantee order by table_name collate "C", grantee collate "C"`;
