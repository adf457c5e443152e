// Brings a database to the state that the CMS needs: migrations, the first owner, and once the sample content.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { mustRun } from './commands.mjs'
import { ROOT } from './paths.mjs'

const MIGRATIONS = join(ROOT, 'cms/src/migrations')
const UNDEFINED_TABLE = '42P01'

const migrationNames = () =>
  readdirSync(MIGRATIONS)
    .filter((name) => /^\d.*\.ts$/.test(name))
    .map((name) => name.replace(/\.ts$/, ''))

const appliedMigrations = async (databaseUrl) => {
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5000 })
  await client.connect()
  try {
    const { rows } = await client.query('select name from payload_migrations')
    return rows.map(({ name }) => name)
  } catch (error) {
    if (error.code === UNDEFINED_TABLE) return []
    throw error
  } finally {
    await client.end()
  }
}

/** The sample content is offered to each database once: an owner who deletes it does not get it back. */
const seedMarker = (folder, databaseUrl) => {
  const { host, pathname } = new URL(databaseUrl)
  const id = createHash('sha256').update(`${host}${pathname}`).digest('hex').slice(0, 12)
  return join(folder, `seeded-${id}`)
}

/** What is left to do for this database: nothing, migrations, or migrations and seed. */
export const pendingSetup = async ({ folder, databaseUrl }) => {
  const applied = new Set(await appliedMigrations(databaseUrl))
  return {
    migrate: migrationNames().some((name) => !applied.has(name)),
    seed: !existsSync(seedMarker(folder, databaseUrl)),
  }
}

/** Runs migrations, makes the first owner, and when asked seeds, or makes or lets in the owner of OWNER_EMAIL. Answers what it did, in a few words. */
export const runSetup = async ({ folder, env, seed = false, owner = false }) => {
  const output = await mustRun(
    'Setting up the database',
    process.execPath,
    [
      '--conditions=production',
      'dist/setup.mjs',
      ...(seed ? ['--seed'] : []),
      ...(owner ? ['--owner'] : []),
    ],
    { cwd: join(ROOT, 'cms'), env },
  )
  if (seed) writeFileSync(seedMarker(folder, env.DATABASE_URL), new Date().toISOString())
  return output
}
