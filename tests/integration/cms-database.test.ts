// The database: migrations say the same as the config, connections come back, and closing lets go of everything.
import { readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import pg from 'pg'
import { POOL } from '../../cms/src/limits.ts'
import { migrate } from '../../cms/src/migrate.ts'
import { migrations } from '../../cms/src/migrations/index.ts'
import { startTestCms, type TestCms } from '../support/cms.ts'
import { runCmsProgram } from '../support/cms-program.ts'
import { eventually } from '../support/eventually.ts'
import { startTestPostgres, type TestPostgres } from '../support/postgres.ts'

const ROOT = join(import.meta.dirname, '../..')
const MIGRATIONS = join(ROOT, 'cms/src/migrations')

let cms: TestCms
let other: TestPostgres

beforeAll(async () => {
  cms = await startTestCms()
  other = await startTestPostgres()
})
afterAll(async () => {
  await cms?.stop()
  await other?.stop()
})

type DrizzleKit = {
  generateDrizzleJson: (schema: unknown) => Promise<unknown>
  generateMigration: (before: unknown, after: unknown) => Promise<string[]>
}
type Adapter = { requireDrizzleKit: () => DrizzleKit; schema: unknown }

const names = (ending: string) =>
  readdirSync(MIGRATIONS)
    .filter((name) => /^\d/.test(name) && name.endsWith(ending))
    .map((name) => name.slice(0, -ending.length))
    .sort()

test('no migration is missing: the newest one says what the config says', async () => {
  const adapter = cms.payload.db as unknown as Adapter
  const { generateDrizzleJson, generateMigration } = adapter.requireDrizzleKit()
  const snapshot = readFileSync(join(MIGRATIONS, `${names('.json').at(-1)}.json`), 'utf8')
  const wanted = await generateDrizzleJson(adapter.schema)
  expect(await generateMigration(JSON.parse(snapshot), wanted)).toEqual([])
})

test('every migration is listed in the index, in order', () => {
  expect(migrations.map(({ name }) => name)).toEqual(names('.ts'))
})

test('migrations are applied once', async () => {
  const applied = async () =>
    (await cms.payload.db.pool.query('select name, batch from payload_migrations order by name'))
      .rows
  const before = await applied()
  expect(before).toHaveLength(migrations.length)
  await migrate(cms.payload)
  expect(await applied()).toEqual(before)
})

test('every connection is given back, the very first one included', async () => {
  const { pool } = cms.payload.db
  const count = () => cms.payload.count({ collection: 'projects', overrideAccess: true })
  await Promise.all(Array.from({ length: POOL.max * 4 }, count))
  await eventually('all connections idle', () => pool.idleCount === pool.totalCount)
  expect(pool.totalCount).toBeGreaterThan(1)
  expect(pool.totalCount).toBeLessThanOrEqual(POOL.max)
  expect(pool.waitingCount).toBe(0)
})

test('a refused request gives its connection back', async () => {
  const { pool } = cms.payload.db
  const refused = () =>
    cms.payload
      .create({ collection: 'technologies', data: {} as never, overrideAccess: false })
      .catch(() => undefined)
  await Promise.all(Array.from({ length: POOL.max * 2 }, refused))
  await eventually('all connections idle', () => pool.idleCount === pool.totalCount)
  expect(Object.keys(cms.payload.db.sessions ?? {})).toEqual([])
})

test('closing lets the process end and leaves no connection behind', async () => {
  const databaseUrl = await other.freshDatabase()
  const { code, output, errors } = await runCmsProgram('tests/support/open-and-close-cms.ts', [], {
    DATABASE_URL: databaseUrl,
    UPLOAD_DIR: tmpdir(),
  })
  expect({ code, errors, isClosed: output.endsWith('closed\n') }).toEqual({
    code: 0,
    errors: '',
    isClosed: true,
  })
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  const { rows } = await client.query(
    "select 1 from pg_stat_activity where application_name = 'shellfolio-cms'",
  )
  await client.end()
  expect(rows).toEqual([])
})
