// The migrations that gave content its languages: whatever was written before is there afterwards, in English, and on the way
// back where it was. Every table that they touch has a row.
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { drizzle } from '@payloadcms/db-postgres/drizzle/node-postgres'
import pg from 'pg'
import { migrations } from '../../cms/src/migrations/index.ts'
import { layoutOf } from '../support/page-samples.ts'
import { startTestPostgres, type TestPostgres } from '../support/postgres.ts'

const BEFORE = '20261127_194009_github_activity'
/** The generated one, the one by hand, and those of texts that got languages later. */
const STEPS = /_(?:texts_per_language|texts_in_blocks_and_search|terminal_notice_per_language)$/

type Row = Record<string, unknown>
type Migration = { up: (args: unknown) => Promise<void>; down: (args: unknown) => Promise<void> }
type Column = { name: string; type: string; udt: string; hasDefault: boolean }

let postgres: TestPostgres
let client: pg.Client
/** The texts that move, by table, and all rows as they were. */
let moved: Map<string, string[]>
let original: Map<string, Row[]>
let steps: Migration[]

const UUID = '11111111-1111-4111-8111-111111111111'
const LAYOUT = layoutOf({ media: UUID, technology: UUID, project: UUID })
const rowsOf = async (sql: string): Promise<Row[]> => (await client.query(sql)).rows

const columnsOf = async (table: string): Promise<Column[]> =>
  (await rowsOf(
    `select column_name as name, data_type as type, udt_name as udt, column_default is not null as "hasDefault"
      from information_schema.columns where table_schema = 'public' and table_name = '${table}'
        and is_generated = 'NEVER' order by ordinal_position`,
  )) as Column[]

const tablesNow = async (): Promise<string[]> =>
  (
    await rowsOf(
      `select table_name::text as name from information_schema.tables
        where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`,
    )
  ).map(({ name }) => String(name))

const firstChoice = async (udt: string): Promise<unknown> =>
  (
    await rowsOf(
      `select enumlabel as label from pg_enum e join pg_type t on t.oid = e.enumtypid
        where typname = '${udt}' order by enumsortorder limit 1`,
    )
  )[0]?.label

const valueFor = async (table: string, { name, type, udt }: Column): Promise<unknown> => {
  if (name === 'layout' || name === 'version_layout') return JSON.stringify(LAYOUT)
  switch (type) {
    case 'uuid':
      return UUID
    case 'jsonb':
      return JSON.stringify({ root: { table, name } })
    case 'boolean':
      return true
    case 'integer':
    case 'numeric':
      return 1
    case 'USER-DEFINED':
      return firstChoice(udt)
    case 'ARRAY':
      return []
    case 'character varying':
    case 'text':
      return `${table} ${name}`
    default:
      return '2026-01-01T00:00:00.000Z'
  }
}

/** Without looking at what it points to: every row has the same parents. */
const fill = async (table: string): Promise<void> => {
  const columns = (await columnsOf(table)).filter(
    ({ name, hasDefault }) => !(name === 'id' && hasDefault),
  )
  const values = await Promise.all(columns.map((column) => valueFor(table, column)))
  const names = columns.map(({ name }) => `"${name}"`).join(', ')
  const marks = values.map((_, at) => `$${at + 1}`).join(', ')
  await client.query(`insert into "${table}" (${names}) values (${marks})`, values)
}

const contents = async (tables: readonly string[]): Promise<Map<string, Row[]>> => {
  const all = new Map<string, Row[]>()
  for (const table of tables) all.set(table, await rowsOf(`select * from "${table}"`))
  return all
}

beforeAll(async () => {
  postgres = await startTestPostgres()
  client = new pg.Client({ connectionString: await postgres.freshDatabase() })
  await client.connect()
  const db = drizzle(client as never)
  const at = migrations.findIndex(({ name }) => name === BEFORE)
  const all = migrations as unknown as Migration[]
  for (const { up } of all.slice(0, at + 1)) await up({ db })
  steps = all.filter((_, index) => STEPS.test(migrations[index]?.name ?? ''))
  await client.query("set session_replication_role = 'replica'")
  const tables = (await tablesNow()).filter((table) =>
    /^_?(projects|experiences|pages|media|demos|site|resume)(_|$)|^(search_documents|terminal)$/.test(
      table,
    ),
  )
  for (const table of tables) await fill(table)
  original = await contents(tables)
  await client.query("set session_replication_role = 'origin'")
  for (const { up } of steps) await up({ db })
  moved = new Map()
  for (const table of tables) {
    const left = new Set((await columnsOf(table)).map(({ name }) => name))
    const gone = Object.keys(original.get(table)?.[0] ?? {}).filter((name) => !left.has(name))
    if (gone.length > 0 && table !== 'search_documents') moved.set(table, gone)
  }
})
afterAll(async () => {
  await client?.end()
  await postgres?.stop()
})

test('every text is in the table of its languages, of the newest documents and of all versions', async () => {
  expect(moved.size).toBeGreaterThan(50)
  for (const [table, names] of moved) {
    const [before] = original.get(table) ?? []
    const rows = await rowsOf(`select * from "${table}_locales"`)
    expect(rows).toHaveLength(1)
    const wanted = Object.fromEntries(names.map((name) => [name, before?.[name]]))
    expect(rows[0]).toMatchObject({ ...wanted, _locale: 'en', _parent_id: before?.id })
  }
})

test('what has no language stays where it was', async () => {
  for (const [table, [before]] of original) {
    if (table === 'search_documents') continue
    const [after] = await rowsOf(`select * from "${table}"`)
    const gone = new Set([...(moved.get(table) ?? []), 'layout', 'version_layout'])
    const kept = Object.entries(before ?? {}).filter(([name]) => !gone.has(name))
    expect(after).toMatchObject(Object.fromEntries(kept))
  }
})

test('lists of words are English', async () => {
  for (const table of ['resume_texts', '_resume_v_texts']) {
    expect(await rowsOf(`select locale from ${table}`)).toEqual([{ locale: 'en' }])
  }
})

test.each([
  ['pages', 'layout'],
  ['_pages_v', 'version_layout'],
])('the texts inside the blocks of %s are English', async (table, column) => {
  const [row] = await rowsOf(`select ${column} as layout from ${table}`)
  const layout = row?.layout as Row[]
  const of = (type: string) => layout.find(({ blockType }) => blockType === type) as never
  expect(of('hero')).toMatchObject({
    title: { en: 'H' },
    picture: UUID,
    actions: [{ label: { en: 'Go' }, href: 'mailto:a@b.example' }],
  })
  expect(of('prose')).toMatchObject({ body: { en: { root: { type: 'root' } } } })
  expect(of('tabs')).toMatchObject({
    tabs: [{ label: { en: 'A' }, sections: [{ text: { en: 'One.\n\nTwo.' } }] }, {}],
  })
  expect(of('table')).toMatchObject({ rows: [{ cells: [{ text: { en: 'a' } }, {}] }, {}] })
  expect(of('code')).toMatchObject({ language: 'c', caption: { en: 'A number' } })
})

test('what could be found can be found in both languages', async () => {
  const rows = await rowsOf('select * from search_documents order by locale')
  const [before] = original.get('search_documents') ?? []
  expect(rows).toEqual([
    { ...before, locale: 'en' },
    { ...before, locale: 'fr' },
  ])
})

test('on the way back everything is where it was', async () => {
  await client.query(
    "insert into projects_locales (title, _locale, _parent_id) select 'Un projet', 'fr', id from projects",
  )
  const db = drizzle(client as never)
  for (const { down } of [...steps].reverse()) await down({ db })
  expect(await contents([...original.keys()])).toEqual(original)
})
