// The database: migrations say the same as the config, connections come back, and closing lets go of everything.
import { readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type SQL, sql } from '@payloadcms/db-postgres/drizzle'
import pg from 'pg'
import { POOL } from '../../cms/src/limits.ts'
import { migrate } from '../../cms/src/migrate.ts'
import { migrations } from '../../cms/src/migrations/index.ts'
import { startTestCms, type TestCms } from '../support/cms.ts'
import { runCmsProgram } from '../support/cms-program.ts'
import { eventually } from '../support/eventually.ts'
import { startTestPostgres, type TestPostgres } from '../support/postgres.ts'
import { logIn } from '../support/upload.ts'

type Result = { rows: Record<string, unknown>[] }

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

describe('a transaction', () => {
  const begin = async () => {
    const { db } = cms.payload
    const id = (await db.beginTransaction()) as string
    const run = (query: SQL) => {
      const { db: transaction } = db.sessions![id]!
      return (transaction as unknown as { execute: (query: SQL) => Promise<Result> }).execute(query)
    }
    return { id, run, commit: () => db.commitTransaction(id) }
  }
  const write = (id: string, name: string) =>
    cms.payload.create({
      collection: 'technologies',
      data: { name, category: 'tool' } as never,
      overrideAccess: true,
      req: { transactionID: id },
    })
  const isStored = async (name: string) =>
    (await cms.payload.db.pool.query('select 1 from technologies where name = $1', [name]))
      .rowCount === 1

  test('is committed', async () => {
    const { id, commit } = await begin()
    await write(id, 'Kept')
    await commit()
    expect(await isStored('Kept')).toBe(true)
  })

  test('whose connection breaks is not said to be committed, and ends nothing', async () => {
    const { id, run, commit } = await begin()
    await write(id, 'Lost')
    const { rows } = await run(sql`select pg_backend_pid() as pid`)
    await cms.payload.db.pool.query('select pg_terminate_backend($1)', [rows[0]?.pid])
    await expect(commit()).rejects.toThrow()
    expect(await isStored('Lost')).toBe(false)
  })

  test('in which a statement failed is not said to be committed, whoever caught that', async () => {
    const { id, run, commit } = await begin()
    await write(id, 'Undone')
    await run(sql`select 1 / 0`).catch(() => undefined)
    await expect(commit()).rejects.toThrow()
    expect(await isStored('Undone')).toBe(false)
  })

  test('that the database refuses at its very end is not acknowledged', async () => {
    const { pool } = cms.payload.db
    await pool.query(`create function refuse() returns trigger language plpgsql as
      $$ begin raise exception 'refused'; end $$`)
    await pool.query(`create constraint trigger refuse after insert on technologies
      deferrable initially deferred for each row execute function refuse()`)
    const editor = await cms.account('editor')
    const authorization = await logIn(cms, editor)
    const { status } = await cms.rest('/technologies', {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'Refused', category: 'tool' }),
    })
    await pool.query('drop function refuse cascade')
    expect(status).toBe(500)
    expect(await isStored('Refused')).toBe(false)
  })
})

test('the place of a connection that broke in the hands of somebody who keeps it is free again', async () => {
  const { pool } = cms.payload.db
  const clients = await Promise.all(Array.from({ length: POOL.max }, () => pool.connect()))
  const pids = clients.map((client) => (client as unknown as { processID: number }).processID)
  const admin = new pg.Client({ connectionString: cms.databaseUrl })
  await admin.connect()
  await admin.query('select pg_terminate_backend(pid) from unnest($1::int[]) pid', [pids])
  await admin.end()
  await eventually('their places are free', () => pool.totalCount === 0)
  expect(await cms.payload.count({ collection: 'projects', overrideAccess: true })).toBeDefined()
})

test('closing lets the process end and leaves no connection behind', async () => {
  const databaseUrl = await other.migratedDatabase()
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
