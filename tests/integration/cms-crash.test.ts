// The CMS, and then Postgres, are killed while people write: what they were told is stored is there, whole, and goes its way.
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import pg from 'pg'
import { JOBS, POOL } from '../../cms/src/limits.ts'
import { bundleOf } from '../support/bundled.ts'
import { programSettings } from '../support/cms-program.ts'
import { wholeRows } from '../support/crash/content.ts'
import { type Answer, type Call, type Load, startLoad } from '../support/crash/load.ts'
import { eventually } from '../support/eventually.ts'
import { type FakeSite, startFakeSite } from '../support/fake-site.ts'
import { forkServer, isRunning, type Process } from '../support/fleet/processes.ts'
import { startTestPostgres, type TestPostgres } from '../support/postgres.ts'

const OWNER = { OWNER_EMAIL: 'owner@example.com', OWNER_PASSWORD: 'correct horse battery staple' }
const DEADLINE_MS = 60_000

let program: string
let postgres: TestPostgres
let site: FakeSite
let uploadDir: string
let env: Record<string, string> & ReturnType<typeof programSettings>
let cms: Process
let authorization: string
let related: string
let load: Load

beforeAll(async () => {
  ;[program, postgres, site, uploadDir] = await Promise.all([
    bundleOf('tests/support/crash/cms-process.ts'),
    startTestPostgres({ isDurable: true }),
    startFakeSite(),
    mkdtemp(join(tmpdir(), 'shellfolio-crash-')),
  ])
  env = {
    ...programSettings(),
    ...OWNER,
    DATABASE_URL: await postgres.migratedDatabase(),
    UPLOAD_DIR: uploadDir,
    SITE_INTERNAL_URL: site.url,
  }
  cms = await forkServer(program, env)
  const { email, password } = { email: OWNER.OWNER_EMAIL, password: OWNER.OWNER_PASSWORD }
  const { body } = await post('/users/login', { email, password })
  authorization = `JWT ${(body as { token?: string }).token}`
  const summary = 'It is named by others.'
  const made = await post('/projects', {
    title: 'Named',
    summary,
    kind: 'personal',
    _status: 'published',
  })
  related = idOf(made)
}, 240_000)
afterAll(async () => {
  await load?.stop()
  await cms?.kill()
  await postgres?.stop()
  await site?.stop()
  if (uploadDir) await rm(uploadDir, { recursive: true, force: true })
})

const call: Call = async (path, init = {}) => {
  const headers = { ...init.headers, ...(authorization ? { authorization } : {}) }
  const response = await fetch(`${cms.url}/api${path}`, { ...init, headers })
  return { status: response.status, body: (await response.json()) as Answer['body'] }
}
const post = (path: string, data: object) =>
  call(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(data),
  })
const idOf = ({ status, body }: Answer) => {
  expect(status).toBe(201)
  return body.doc!.id
}

const withClient = async <Result>(work: (client: pg.Client) => Promise<Result>) => {
  const client = new pg.Client({ connectionString: env.DATABASE_URL })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
const rowsOf = <Row extends pg.QueryResultRow>(query: string, values: unknown[] = []) =>
  withClient(async (client) => (await client.query<Row>(query, values)).rows)

/** What was acknowledged is there, and all there is is whole: with its versions, its log, its messages and its place in the search. */
const expectNothingLost = async () => {
  const { projects, versions } = await withClient(wholeRows)
  for (const { name, tried, acknowledged } of load.writers) {
    const stored = versions.filter((row) => row.name === name).map(({ number }) => number)
    expect(stored).toEqual(expect.arrayContaining(acknowledged))
    expect(Math.max(...stored)).toBeLessThanOrEqual(tried)
  }
  const newest = new Map<string, number>()
  for (const { id, number } of versions) newest.set(id, Math.max(number, newest.get(id) ?? 0))
  expect(new Map(projects.map(({ id, number }) => [id, number]))).toEqual(newest)
  const counts = await rowsOf<{ title: string; versions: number; log: number; messages: number }>(
    `select title, (select count(*) from _projects_v v where v.parent_id = p.id)::int as versions,
      (select count(*) from audit_log where document_id = p.id::text)::int as log,
      (select count(*) from webhook_deliveries where subject = 'projects/' || p.slug)::int as messages
    from projects p join projects_locales l on l._parent_id = p.id and l._locale = 'en' where title ~ ' [0-9]+$'`,
  )
  for (const { title, versions: stored, log, messages } of counts) {
    expect({ title, log, messages }).toEqual({ title, log: stored, messages: stored })
  }
  const media = await rowsOf<{ id: string; filename: string; filesize: string }>(
    'select id, filename, filesize from media',
  )
  expect(media.map(({ id }) => id)).toEqual(expect.arrayContaining(load.uploads))
  for (const { filename, filesize } of media) {
    expect((await stat(join(uploadDir, 'media', filename))).size).toBe(Number(filesize))
  }
}

/** Every message there is reaches the site, signed. What a dead process had taken is due again at once, not in a minute. */
const expectAllDelivered = async () => {
  site.fail(0)
  await rowsOf(
    "update webhook_deliveries set next_try_at = now() where state in ('waiting', 'failed')",
  )
  await eventually(
    'all messages are delivered',
    async () => {
      const [row] = await rowsOf<{ open: number }>(
        "select count(*)::int as open from webhook_deliveries where state <> 'delivered'",
      )
      return row?.open === 0
    },
    DEADLINE_MS,
  )
  expect(site.received.every(({ isGenuine }) => isGenuine(env.WEBHOOK_KEY))).toBe(true)
  const ids = new Set(site.received.map(({ body }) => body.id))
  const sent = await rowsOf<{ id: string }>('select message_id as id from webhook_deliveries')
  expect(sent.length).toBeGreaterThan(load.acknowledged())
  for (const { id } of sent) expect(ids.has(id)).toBe(true)
}

const schedule = async (id: string, inMs: number) => {
  const [owner] = await rowsOf<{ id: string }>('select id from users')
  const input = {
    type: 'publish',
    doc: { relationTo: 'projects', value: id },
    user: { relationTo: 'users', value: owner?.id },
  }
  await rowsOf(
    "insert into payload_jobs (input, task_slug, queue, wait_until) values ($1, 'schedulePublish', 'default', $2)",
    [input, new Date(Date.now() + inMs)],
  )
}
const draft = async (title: string) =>
  idOf(
    await post('/projects?draft=true', {
      title,
      summary: 'Soon.',
      kind: 'personal',
      _status: 'draft',
    }),
  )
const isPublished = async (id: string) =>
  (await fetch(`${cms.url}/api/projects/${id}`)).status === 200
const enough = (more: number) => {
  const wanted = load.acknowledged() + more
  return eventually(
    'more is written',
    () => load.acknowledged() >= wanted && load.uploads.length > 0,
    DEADLINE_MS,
  )
}

describe('a CMS that is killed while people write', () => {
  let running: string
  let waiting: string

  beforeAll(async () => {
    running = await draft('Is being published')
    waiting = await draft('Is to be published')
    load = await startLoad(call, { related })
    await enough(10)
    // From here on nothing arrives: what is published now is still to be told.
    site.fail(Number.POSITIVE_INFINITY)
    await enough(10)
    // Holds a job in the middle of its work.
    const lock = new pg.Client({ connectionString: env.DATABASE_URL })
    await lock.connect()
    try {
      await lock.query('begin')
      await lock.query('select 1 from projects where id = $1 for update', [running])
      await schedule(running, -1000)
      await eventually(
        'the job runs',
        async () =>
          (await rowsOf("select 1 from payload_jobs where processing and queue = 'default'"))
            .length > 0,
        DEADLINE_MS,
      )
      await schedule(waiting, 0)
      await cms.kill()
      await load.stop()
    } finally {
      await lock.end()
    }
    cms = await forkServer(program, env)
  }, 240_000)

  test('has lost nothing that it had acknowledged, and left nothing half', async () => {
    expect(load.acknowledged()).toBeGreaterThanOrEqual(20)
    expect(load.uploads.length).toBeGreaterThan(0)
    await expectNothingLost()
  })

  test('publishes what it had been told to, also what it was about to when it died', async () => {
    expect(await isPublished(running)).toBe(false)
    const longAgo = new Date(Date.now() - JOBS.maxRunMs - 1000)
    // Also the look for such jobs, which may have died with the process.
    await rowsOf('update payload_jobs set updated_at = $1 where processing', [longAgo])
    await eventually('the job is taken up again', () => isPublished(running), DEADLINE_MS)
    await eventually('what was due meanwhile is published', () => isPublished(waiting), DEADLINE_MS)
  }, 150_000)

  test('tells the site all of it', expectAllDelivered)
})

describe('a Postgres that is killed while people write', () => {
  const away: Answer[] = []

  beforeAll(async () => {
    load = await startLoad(call, { related, before: load })
    for (let times = 0; times < 3; times += 1) {
      await enough(5)
      const before = load.refused.length
      await postgres.kill()
      await eventually('they are told', () => load.refused.length >= before + 5, DEADLINE_MS)
      away.push(await call('/projects'), ...load.refused.slice(before))
      await postgres.startAgain()
    }
    await enough(10)
    await load.stop()
  }, 240_000)

  test('ends no process, and whoever asks is told that it is away', () => {
    expect(isRunning(cms.pid)).toBe(true)
    const told = new Set(away.map(({ status, body: { code } }) => `${status} ${code}`))
    // A check of a field that cannot look up what is chosen says that the field is wrong.
    told.delete('400 bad-request')
    expect([...told]).toEqual(['503 database-away'])
  })

  test('has lost nothing that was acknowledged, and left nothing half', expectNothingLost)

  test('keeps no connection from those who need one', async () => {
    const answers = await Promise.all(
      Array.from({ length: POOL.max * 3 }, () => call('/projects?limit=1')),
    )
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200))
    const open = async () =>
      rowsOf("select 1 from pg_stat_activity where application_name = 'shellfolio-cms'")
    expect((await open()).length).toBeLessThanOrEqual(POOL.max)
    // As many at once as there may be: none of their places is taken by a connection that is gone.
    await eventually(
      'all places are used',
      async () => {
        await Promise.all(Array.from({ length: POOL.max * 3 }, () => call('/projects?limit=1')))
        return (await open()).length === POOL.max
      },
      DEADLINE_MS,
    )
  })

  test('leaves jobs running and messages arriving', async () => {
    const id = await draft('Is published afterwards')
    await schedule(id, 0)
    await eventually('the job runs', () => isPublished(id), DEADLINE_MS)
    await expectAllDelivered()
  })
})
