// What the database says of its own tables.
import type { Client } from 'pg'
import type { Table } from './manifest.ts'

/** Made by migrating, not by loading. */
const MADE_BY_MIGRATIONS = ['payload_migrations']

const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** `"name" ("a", "b")` for COPY. */
export const copyTarget = ({ name, columns }: Pick<Table, 'name' | 'columns'>): string =>
  `public.${quote(name)} (${columns.map(quote).join(', ')})`

/** Every table that holds content, with the columns that are stored and not calculated. */
export const tablesOf = async (client: Client): Promise<Omit<Table, 'rows'>[]> => {
  const { rows } = await client.query<{ name: string; columns: string[] }>(
    `select t.table_name::text as name,
            array_agg(c.column_name::text order by c.ordinal_position) as columns
       from information_schema.tables t
       join information_schema.columns c using (table_schema, table_name)
      where t.table_schema = 'public' and t.table_type = 'BASE TABLE'
        and c.is_generated = 'NEVER' and t.table_name <> all($1)
      group by t.table_name order by t.table_name`,
    [MADE_BY_MIGRATIONS],
  )
  return rows
}

export const migrationsOf = async (client: Client): Promise<string[]> => {
  const { rows } = await client.query<{ name: string }>(
    'select name from public.payload_migrations where batch > 0 order by name',
  )
  return rows.map(({ name }) => name)
}

export const rowsOf = async (client: Client, table: string): Promise<number> => {
  const { rows } = await client.query<{ count: string }>(
    `select count(*) from public.${quote(table)}`,
  )
  return Number(rows[0]?.count ?? 0)
}

/** Statements that take all foreign keys off and put them on again: tables that point at each other load in any order. */
export const foreignKeysOf = async (client: Client): Promise<{ drop: string; add: string }[]> => {
  const { rows } = await client.query<{ table: string; name: string; definition: string }>(
    `select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(oid) as definition
       from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace`,
  )
  return rows.map(({ table, name, definition }) => ({
    drop: `alter table ${table} drop constraint ${quote(name)}`,
    add: `alter table ${table} add constraint ${quote(name)} ${definition}`,
  }))
}

/** Lets numbered tables go on after their highest number. */
export const advanceSequences = async (client: Client): Promise<void> => {
  const { rows } = await client.query<{ sequence: string; table: string; column: string }>(
    `select s.oid::regclass::text as sequence, d.refobjid::regclass::text as table, a.attname::text as column
       from pg_class s
       join pg_depend d on d.objid = s.oid and d.deptype in ('a', 'i')
       join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
      where s.relkind = 'S' and s.relnamespace = 'public'::regnamespace`,
  )
  for (const { sequence, table, column } of rows) {
    await client.query(
      `select setval($1::regclass, greatest((select coalesce(max(${quote(column)}), 0) from ${table}), 1))`,
      [sequence],
    )
  }
}
