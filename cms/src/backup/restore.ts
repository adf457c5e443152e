// Restores a backup: nothing is touched before all of it has been checked.
import type { Migration, Payload } from 'payload'
import type pg from 'pg'
import { withConnection } from '../connection.ts'
import { migrate } from '../migrate.ts'
import { migrations } from '../migrations/index.ts'
import type { FileStore } from './file-store.ts'
import { loadDatabase, loadFiles } from './load.ts'
import { BackupError, type Manifest } from './manifest.ts'
import { verifyBackup } from './read.ts'
import { secretMark } from './write.ts'

export type RestoreTarget = {
  databaseUrl: string
  secret: string
  files: FileStore
  /** Starts a Payload on the database; called once this is empty. It is closed by whoever gave it. */
  startPayload: () => Promise<Payload>
  /** Whether what is in the database may be thrown away. */
  isReplacing: boolean
}

export type Restored = { manifest: Manifest; hasOtherSecret: boolean }

const refuse = (message: string): never => {
  throw new BackupError(message)
}

const checkDatabase = async (client: pg.Client, isReplacing: boolean) => {
  const { rows } = await client.query<{ others: string; users: string | null }>(
    `select (select count(*) from pg_stat_activity
              where datname = current_database() and application_name = 'shellfolio-cms') as others,
            to_regclass('public.users')::text as users`,
  )
  if (Number(rows[0]?.others) > 0) refuse('The CMS is running. Stop it first.')
  if (isReplacing || rows[0]?.users === null) return
  const { rowCount } = await client.query('select 1 from public.users limit 1')
  if (rowCount) refuse('There is something in this database. Say --replace to throw it away.')
}

/** No trace of tables: the schema is made anew by migrations. */
const clear = (databaseUrl: string, isReplacing: boolean) =>
  withConnection(databaseUrl, async (client) => {
    await checkDatabase(client, isReplacing)
    await client.query('drop schema public cascade')
    await client.query('create schema public')
  })

const migrationsFor = (manifest: Manifest): Migration[] => {
  const known = migrations as unknown as Migration[]
  const isKnown = manifest.migrations.every((name) => known.some((one) => one.name === name))
  if (!isKnown) refuse('The backup is of a newer version of Shellfolio.')
  return known.filter(({ name }) => manifest.migrations.includes(name))
}

/** @throws {BackupError} before anything is touched, when the backup or the database is not fit for it */
export const restoreBackup = async (
  path: string,
  { databaseUrl, secret, files, startPayload, isReplacing }: RestoreTarget,
): Promise<Restored> => {
  const manifest = await verifyBackup(path)
  const then = migrationsFor(manifest)
  await clear(databaseUrl, isReplacing)
  const payload = await startPayload()
  await payload.db.migrate({ migrations: then })
  // Files first: no row is ever without its file.
  await loadFiles(path, files)
  await loadDatabase(path, databaseUrl, manifest)
  await migrate(payload)
  return { manifest, hasOtherSecret: manifest.secret !== secretMark(secret) }
}
