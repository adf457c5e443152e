// The Postgres adapter: migrations only, a pool that can be closed, and transactions that say how they ended.
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { postgresAdapter } from '@payloadcms/db-postgres'
import { ReleasingPool } from '@shellfolio/runtime/releasing-pool'
import pg from 'pg'
import { POOL } from './limits.ts'
import { tellTruth } from './transactions.ts'

type InitArgs = Parameters<ReturnType<typeof postgresAdapter>['init']>[0]
type AdapterPg = NonNullable<Parameters<typeof postgresAdapter>[0]['pg']>

/** The adapter brings older types of the same package, which do not know the pool's newest options. */
const pgWithPool = { ...pg, Pool: ReleasingPool } as unknown as AdapterPg

/** Where Payload writes new migrations to. They are run from `migrations/index.ts`, by `setup.ts`. */
const migrationDir = join(dirname(fileURLToPath(import.meta.url)), 'migrations')

/** The adapter for the database at `connectionString`. */
export const database = (connectionString: string) => {
  const adapter = postgresAdapter({
    idType: 'uuid',
    push: false,
    // One column where there would be a table for every block and every list in it, and a join for each on every read.
    blocksAsJSON: true,
    migrationDir,
    pg: pgWithPool,
    pool: { connectionString, application_name: 'shellfolio-cms', ...POOL },
  })
  return { ...adapter, init: (args: InitArgs) => tellTruth(adapter.init(args)) }
}
