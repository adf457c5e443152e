// The Postgres adapter: migrations only, and a pool that can be closed.
import { fileURLToPath } from 'node:url'
import { postgresAdapter } from '@payloadcms/db-postgres'
import pg from 'pg'
import { POOL } from './limits.ts'
import { ReleasingPool } from './releasing-pool.ts'

/** The adapter for the database at `connectionString`. */
export const database = (connectionString: string) =>
  postgresAdapter({
    idType: 'uuid',
    push: false,
    migrationDir: fileURLToPath(new URL('./migrations', import.meta.url)),
    pg: { ...pg, Pool: ReleasingPool },
    pool: { connectionString, application_name: 'shellfolio-cms', ...POOL },
  })
