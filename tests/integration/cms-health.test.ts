// What the CMS finds out about the things it needs, what it keeps of that, and what everyone may know.
import { readdir } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { readCmsEnv } from '../../cms/src/env.ts'
import { look } from '../../cms/src/health/checks.ts'
import { checkHealth } from '../../cms/src/health/keep.ts'
import { type Status, statusEndpoint } from '../../cms/src/health/status.ts'
import { HEALTH } from '../../cms/src/limits.ts'
import { startTestCms, type TestCms } from '../support/cms.ts'
import { eventually } from '../support/eventually.ts'
import { tarGz } from '../support/files.ts'
import { startSmtp, type TestSmtp } from '../support/smtp.ts'

type Row = { check: string; state: string; sentence: string; since: string; ms: number }
const HOUR_MS = 60 * 60_000

let cms: TestCms
let site: Server
let smtp: TestSmtp
let terminal: Server
let siteStatus = 200
let hasSandbox = true

const listen = async (server: Server) => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

let env: ReturnType<typeof readCmsEnv>

beforeAll(async () => {
  site = createServer((_, response) => {
    response.writeHead(siteStatus).end()
  })
  terminal = createServer((_, response) => {
    response.end(JSON.stringify({ sandbox: { available: hasSandbox }, sessions: 4, capacity: 4 }))
  })
  smtp = await startSmtp()
  const settings = { siteUrl: await listen(site), terminalUrl: await listen(terminal) }
  const mail = {
    SMTP_URL: `smtp://127.0.0.1:${smtp.port}`,
    MAIL_FROM: 'cms@example.com',
    CONTACT_TO: 'owner@example.com',
  }
  cms = await startTestCms({ ...settings, env: mail })
  // The plugin starts to watch at the first question, where the process does not tell it to.
  await cms.rest('/terminal/status')
  const secret = 'x'.repeat(64)
  env = readCmsEnv({
    CMS_URL: 'http://cms.example',
    CMS_INTERNAL_URL: 'http://cms.example',
    SITE_URL: 'http://site.example',
    SITE_INTERNAL_URL: settings.siteUrl,
    DATABASE_URL: cms.databaseUrl,
    PAYLOAD_SECRET: secret,
    WEBHOOK_KEY: secret,
    TERMINAL_GRANT_KEY: secret,
    TERMINAL_INTERNAL_URL: settings.terminalUrl,
    UPLOAD_DIR: cms.uploadDir,
    ...mail,
  })
}, 60_000)
afterAll(async () => {
  site?.closeAllConnections()
  site?.close()
  terminal?.closeAllConnections()
  terminal?.close()
  await cms?.stop()
  await smtp?.stop()
})
beforeEach(async () => {
  siteStatus = 200
  hasSandbox = true
  await cms.payload.db.pool.query('delete from health_checks')
})

const rows = async (check?: string) => {
  const { docs } = await cms.payload.find({
    collection: 'health-checks',
    where: check ? { check: { equals: check } } : {},
    sort: 'createdAt',
    pagination: false,
    overrideAccess: true,
  })
  return docs as Row[]
}
const states = async () =>
  Object.fromEntries((await rows()).map(({ check, state }) => [check, state]))

/** The answer of a process that has not answered yet. */
const status = async () => {
  const response = await statusEndpoint(env).handler({ payload: cms.payload } as never)
  return (await response.json()) as Status
}
const serviceOf = ({ services }: Status, name: string) =>
  services.find((service) => service.name === name)

test('everything is asked, and found well', async () => {
  await checkHealth(cms.payload, env)
  expect(await states()).toEqual({
    database: 'up',
    storage: 'up',
    site: 'up',
    terminal: 'up',
    mail: 'up',
  })
  for (const { ms } of await rows()) expect(ms).toBeLessThan(HEALTH.deadlineMs)
  expect(await readdir(cms.uploadDir)).toEqual([])
})

test('a look that finds the same keeps nothing, for an hour', async () => {
  const now = Date.now()
  await checkHealth(cms.payload, env, now)
  await checkHealth(cms.payload, env, now + 60_000)
  expect(await rows('site')).toHaveLength(1)
  await checkHealth(cms.payload, env, now + HOUR_MS)
  const [first, second] = await rows('site')
  expect(second).toMatchObject({ state: 'up', since: first!.since })
})

test('what changes is kept with the moment from which it was so', async () => {
  const now = Date.now()
  await checkHealth(cms.payload, env, now)
  siteStatus = 503
  await checkHealth(cms.payload, env, now + 1000)
  await checkHealth(cms.payload, env, now + 2000)
  siteStatus = 200
  await checkHealth(cms.payload, env, now + 3000)
  expect(await rows('site')).toMatchObject([
    { state: 'up', since: new Date(now).toISOString() },
    { state: 'degraded', since: new Date(now + 1000).toISOString(), sentence: 'It answers 503.' },
    { state: 'up', since: new Date(now + 3000).toISOString() },
  ])
  expect(await rows('mail')).toHaveLength(1)
})

describe('trouble is noticed', () => {
  test('of a storage that takes no files', async () => {
    await checkHealth(cms.payload, { ...env, UPLOAD_DIR: '/dev/null' })
    expect(await rows('storage')).toMatchObject([
      { state: 'down', sentence: expect.stringMatching(/^It cannot be used \(E[A-Z]+\)\.$/) },
    ])
  })

  test('of a terminal service that can build no sandbox, of a site and a mail server that are gone', async () => {
    hasSandbox = false
    const nobody = { SITE_INTERNAL_URL: 'http://127.0.0.1:9', SMTP_URL: 'smtp://127.0.0.1:9' }
    // What a service said is believed for a second.
    await eventually('all three are down', async () => {
      await checkHealth(cms.payload, { ...env, ...nobody })
      const { terminal: one, site: two, mail: three } = await states()
      return [one, two, three].every((state) => state === 'down')
    })
    for (const { sentence } of await rows()) expect(sentence).not.toMatch(/127\.0\.0\.1|:9\b/)
  })

  test('of what never answers, within the deadline, and it is told to stop', async () => {
    let told = false
    const found = await look(
      (signal) =>
        new Promise(() => {
          signal.addEventListener('abort', () => {
            told = true
          })
        }),
    )
    expect(found).toMatchObject({ state: 'down' })
    expect(told).toBe(true)
  }, 15_000)
})

test('rows that are old or too many are deleted', async () => {
  await cms.payload.db.pool.query(
    `insert into health_checks ("check", state, sentence, since, ms, created_at)
     select 'site'::enum_health_checks_check, 'up'::enum_health_checks_state, 'old', now(), 1, now() - interval '40 days' from generate_series(1, 10)
     union all
     select 'site'::enum_health_checks_check, 'up'::enum_health_checks_state, 'many', now(), 1, now() - interval '1 day' from generate_series(1, $1)`,
    [HEALTH.keptRows + 20],
  )
  await checkHealth(cms.payload, env)
  expect(await rows()).toHaveLength(HEALTH.keptRows)
  expect((await rows()).filter(({ sentence }) => sentence === 'old')).toEqual([])
})

test('the job looks by the clock', async () => {
  await cms.payload.jobs.handleSchedules({ queue: 'check-health' })
  await cms.payload.db.pool.query('update payload_jobs set wait_until = null')
  await cms.payload.jobs.run({ queue: 'check-health', silent: true })
  expect(await rows()).toHaveLength(5)
})

describe('GET /api/status', () => {
  test('tells everyone what works and since when, and no address or sentence', async () => {
    const now = Date.now()
    siteStatus = 500
    await checkHealth(cms.payload, env, now)
    const { status: code, body } = await cms.rest('/status')
    expect(code).toBe(200)
    const told = body as Status
    expect(told.services).toHaveLength(5)
    expect(serviceOf(told, 'site')).toEqual({
      name: 'site',
      state: 'degraded',
      since: new Date(now).toISOString(),
    })
    expect(JSON.stringify(told)).not.toMatch(/127\.0\.0\.1|answers/)
  })

  test('does not say that all is well when nobody has looked for a while', async () => {
    await checkHealth(cms.payload, env, Date.now() - HEALTH.believedMs - 60_000)
    await cms.payload.db.pool.query(
      `update health_checks set updated_at = now() - interval '10 minutes'`,
    )
    expect(serviceOf(await status(), 'site')).toEqual({
      name: 'site',
      state: 'unknown',
      since: null,
    })
  })

  test('asks the database once for all who come within ten seconds', async () => {
    const endpoint = statusEndpoint(env)
    const ask = async () =>
      (await endpoint.handler({ payload: cms.payload } as never)).json() as Promise<Status>
    const [one, two] = await Promise.all([ask(), ask()])
    expect(two).toEqual(one)
    await checkHealth(cms.payload, env)
    expect(await ask()).toEqual(one)
  })

  test('names the demos that visitors see, with the last time they were tried', async () => {
    const archive = await cms.payload.create({
      collection: 'archives',
      data: {},
      file: await tarGz('a.tar.gz', { 'main.c': 'int main;' }),
      overrideAccess: true,
    })
    const make = (title: string, enabled: boolean) =>
      cms.payload.create({
        collection: 'demos',
        data: { title, archive: archive.id, toolchain: 'c', mode: 'shell', enabled },
        overrideAccess: true,
      })
    const tried = await make('A, tried', true)
    await make('B, never tried', true)
    await make('C, hidden', false)
    for (const ok of [false, true]) {
      await cms.payload.create({
        collection: 'terminal-smoke-runs',
        data: { demo: tried.id, ok, commands: 1, failed: ok ? 0 : 1, ms: 5, detail: 'secret' },
        overrideAccess: true,
      })
    }
    expect((await status()).demos).toEqual([
      { title: 'A, tried', ok: true, at: expect.stringMatching(/Z$/) },
      { title: 'B, never tried', ok: null, at: null },
    ])
  })

  test('says that the database is away, while it is', async () => {
    const broken = { ...cms.payload, find: () => Promise.reject(new Error('no database')) }
    const endpoint = statusEndpoint(env)
    const response = await endpoint.handler({ payload: broken } as never)
    const told = (await response.json()) as Status
    expect(response.status).toBe(200)
    expect(serviceOf(told, 'database')).toMatchObject({ state: 'down' })
    expect(serviceOf(told, 'site')).toMatchObject({ state: 'unknown' })
  })
})
