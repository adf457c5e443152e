// The Postgres adapter: migrations only, a pool that can be closed, and transactions that say how they ended.
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { postgresAdapter } from '@payloadcms/db-postgres'
import { ReleasingPool } from '@shellfolio/runtime/releasing-pool'
import pg from 'pg'
import { POOL } from './limits.ts'
import { tellTruth } from './transactions.ts'

type InitArgs = Parameters<ReturnType<typeof postgresAdapter>['init']>[0]
type SchemaHook = NonNullable<
  NonNullable<Parameters<typeof postgresAdapter>[0]['beforeSchemaInit']>[number]
>
type AdapterPg = NonNullable<Parameters<typeof postgresAdapter>[0]['pg']>

/** The adapter brings older types of the same package, which do not know the pool's newest options. */
const pgWithPool = { ...pg, Pool: ReleasingPool } as unknown as AdapterPg

/** Where Payload writes new migrations to. They are run from `migrations/index.ts`, by `setup.ts`. */
const migrationDir = join(dirname(fileURLToPath(import.meta.url)), 'migrations')

/** Of the rows that hold the texts of one language. */
const KEYS = new Set(['id', '_locale', '_parent_id'])

/** A translation may leave out what the default language has: which texts are needed is for the checks of the fields. */
const allowGaps: SchemaHook = ({ adapter, schema }) => {
  for (const [name, { columns }] of Object.entries(adapter.rawTables)) {
    if (!name.endsWith(adapter.localesSuffix ?? '_locales')) continue
    for (const column of Object.values(columns)) {
      if (!KEYS.has(column.name)) column.notNull = false
    }
  }
  return schema
}

/** The adapter for the database at `connectionString`. */
export const database = (connectionString: string) => {
  const adapter = postgresAdapter({
    idType: 'uuid',
    push: false,
    // One column where there would be a table for every block and every list in it, and a join for each on every read.
    blocksAsJSON: true,
    beforeSchemaInit: [allowGaps],
    migrationDir,
    pg: pgWithPool,
    pool: { connectionString, application_name: 'shellfolio-cms', ...POOL },
  })
  return { ...adapter, init: (args: InitArgs) => tellTruth(adapter.init(args)) }
}
