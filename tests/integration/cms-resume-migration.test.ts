// The migration that gave the résumé drafts: what was public is so afterwards, and on the way back nothing else becomes it.
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { drizzle } from '@payloadcms/db-postgres/drizzle/node-postgres'
import pg from 'pg'
import { migrations } from '../../cms/src/migrations/index.ts'
import { startTestPostgres, type TestPostgres } from '../support/postgres.ts'

const NAME = /_resume_drafts$/

type Row = Record<string, unknown>
type Migration = { name: string } & Record<'up' | 'down', (args: unknown) => Promise<void>>

let postgres: TestPostgres
let client: pg.Client
let migration: Migration

const rowsOf = async (sql: string): Promise<Row[]> => (await client.query(sql)).rows
const go = (way: 'up' | 'down') => migration[way]({ db: drizzle(client as never) })

const RESUME = '11111111-1111-4111-8111-111111111111'
const OLDER = '22222222-2222-4222-8222-222222222222'
const NEWER = '33333333-3333-4333-8333-333333333333'

beforeAll(async () => {
  postgres = await startTestPostgres()
  client = new pg.Client({ connectionString: await postgres.freshDatabase() })
  await client.connect()
  const db = drizzle(client as never)
  const all = migrations as unknown as Migration[]
  const at = all.findIndex(({ name }) => NAME.test(name))
  migration = all[at]!
  for (const { up } of all.slice(0, at)) await up({ db })
  await client.query(`
    insert into resume (id, contact_city, created_at, updated_at) values ('${RESUME}', 'Bergen', now(), now());
    insert into resume_education (_order, _parent_id, id, institution) values (1, '${RESUME}', 'a', 'University');
    insert into _resume_v (id, version_contact_city, created_at, updated_at) values
      ('${OLDER}', 'Oslo', '2026-01-01', '2026-01-01'), ('${NEWER}', 'Bergen', '2026-02-01', '2026-02-01');
    insert into _resume_v_version_education (_order, _parent_id, id, institution)
      values (1, '${NEWER}', '${RESUME}', 'University');
  `)
})
afterAll(async () => {
  await client?.end()
  await postgres?.stop()
})

test('a résumé that was saved is published, and all of its versions were', async () => {
  await go('up')
  expect(await rowsOf('select contact_city, _status from resume')).toEqual([
    { contact_city: 'Bergen', _status: 'published' },
  ])
  const versions = await rowsOf(
    'select id, version__status as status, latest from _resume_v order by created_at',
  )
  expect(versions).toEqual([
    { id: OLDER, status: 'published', latest: false },
    { id: NEWER, status: 'published', latest: true },
  ])
})

test('on the way back it is as it was, and a draft is a version among others', async () => {
  await client.query(`
    insert into _resume_v (id, version__status, latest, created_at, updated_at)
      values (gen_random_uuid(), 'draft', true, '2026-03-01', '2026-03-01');
    update _resume_v_version_education set institution = null;
  `)
  await go('down')
  expect(await rowsOf('select institution from resume_education')).toEqual([
    { institution: 'University' },
  ])
  expect(await rowsOf('select contact_city from resume')).toEqual([{ contact_city: 'Bergen' }])
  expect(await rowsOf('select institution from _resume_v_version_education')).toEqual([
    { institution: '' },
  ])
  expect(await rowsOf('select 1 from _resume_v')).toHaveLength(3)
})

test('one that was taken back does not come back with it', async () => {
  await go('up')
  await client.query(`update resume set _status = 'draft'`)
  await go('down')
  expect(await rowsOf('select 1 from resume')).toEqual([])
  expect(await rowsOf('select 1 from resume_education')).toEqual([])
  expect(await rowsOf('select 1 from _resume_v')).toHaveLength(3)
  await go('up')
  await go('down')
})
