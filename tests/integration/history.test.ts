// What is kept of sessions that ended, from a real service to a real CMS: a row each, counted once, nothing typed in it.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { terminalRegistry } from '@shellfolio/payload-terminal/registry'
import { createGrants } from '../../plugins/terminal/src/grants.ts'
import {
  type Collect,
  createCollector,
  type Ended,
} from '../../plugins/terminal/src/history/collector.ts'
import { utcDay } from '../../plugins/terminal/src/history/days.ts'
import { endedSession } from '../../plugins/terminal/src/history/history-fixture.ts'
import { createKeep } from '../../plugins/terminal/src/history/keep.ts'
import { createMarks } from '../../plugins/terminal/src/history/marks.ts'
import { createServiceClient } from '../../plugins/terminal/src/service/service-client.ts'
import {
  eventually,
  startTestService,
  type TestService,
} from '../../terminal-service/src/testing/index.ts'
import { startTestCms, type TestCms } from '../support/cms.ts'
import { tarGz } from '../support/files.ts'

const COLLECTIONS = { demos: 'demos', archives: 'archives', projects: 'projects' }
const SECRET = 'hunter2-was-typed'
const SITE = 'http://site.example'

let service: TestService
let cms: TestCms
let demo: string

beforeAll(async () => {
  service = await startTestService()
  cms = await startTestCms()
  const archive = await cms.payload.create({
    collection: 'archives',
    data: {},
    file: await tarGz('a.tar.gz', { 'main.c': 'int main;' }),
    overrideAccess: true,
  })
  const made = await cms.payload.create({
    collection: 'demos',
    data: { title: 'Dinner', archive: archive.id, toolchain: 'c', mode: 'shell', enabled: true },
    overrideAccess: true,
  })
  demo = made.id
  await cms.payload.create({
    collection: 'projects',
    data: {
      title: 'Shows it',
      summary: 'It works.',
      slug: 'shows-it',
      kind: 'personal',
      demo,
      _status: 'published',
    },
    overrideAccess: true,
  })
})
beforeEach(async () => {
  const everything = { where: {}, overrideAccess: true } as const
  await cms.payload.delete({ collection: 'terminal-sessions', ...everything })
  await cms.payload.delete({ collection: 'terminal-days', ...everything })
})
afterAll(async () => {
  await cms?.stop()
  await service?.close()
})

// The sessions of these tests ended long ago.
const historyDays = 100_000
const keep = createKeep(() => cms.payload, { collections: COLLECTIONS, historyDays })
const collector = (): Collect =>
  createCollector({
    service: createServiceClient({
      internalUrl: service.url,
      grants: createGrants(service.grantKey),
    }),
    marks: createMarks(() => cms.payload),
    keep,
    log: {
      error: ({ err }) => {
        throw err
      },
    },
  })
const rows = async () =>
  (
    await cms.payload.find({
      collection: 'terminal-sessions',
      depth: 0,
      pagination: false,
      overrideAccess: true,
    })
  ).docs
const days = async () =>
  (await cms.payload.find({ collection: 'terminal-days', depth: 0, overrideAccess: true })).docs
const keepAll = (sessions: Ended['session'][]) =>
  keep(sessions.map((session) => ({ session, visit: undefined })))

/** A session of `demo` in which something secret was typed and echoed, over when it resolves. */
const runOne = async () => {
  const before = service.server.sessions
  const client = await service.launch({ demo: { id: demo } })
  await client.untilText('$ ')
  client.type(`export TOKEN=${SECRET}\r`)
  await client.untilText(SECRET)
  client.type('\u0004')
  await client.untilExit()
  await eventually('nothing of it is left', () => service.server.sessions === before)
}

describe('a session that ended', () => {
  test('is a row with its facts, without anything that was typed, and counts once on its day', async () => {
    await runOne()
    const collect = collector()
    await collect([])
    await collect([])
    const [row, ...more] = await rows()
    expect(more).toEqual([])
    expect(row).toMatchObject({
      demo,
      addressHash: null,
      country: null,
      reason: 'exit',
      exitCode: 0,
      hasTyped: true,
      durationMs: expect.any(Number),
      startMs: expect.any(Number),
      bytesIn: `export TOKEN=${SECRET}\r\u0004`.length,
    })
    expect(row?.bytesOut).toBeGreaterThan(0)
    const day = utcDay(row?.startedAt ?? '')
    const [sums, ...others] = await days()
    expect(others).toEqual([])
    expect(sums).toMatchObject({
      key: `${day}:${demo}`,
      demo,
      launches: 1,
      prompts: 1,
      firstCommands: 1,
      seen: 0,
      steps: 0,
      endReasons: { exit: 1 },
      commands: {},
    })
    expect(Object.values(sums?.startTimes ?? {})).toEqual([1])
    expect(JSON.stringify([row, sums])).not.toContain(SECRET)
  })

  test('stays deleted when the CMS starts again, and is counted once', async () => {
    await runOne()
    await collector()([])
    expect(await rows()).not.toEqual([])
    const before = await days()
    await cms.payload.delete({
      collection: 'terminal-sessions',
      where: {},
      overrideAccess: true,
    })
    await collector()([])
    expect(await rows()).toEqual([])
    expect(await days()).toEqual(before)
  })

  test('longer ago than rows are kept is neither kept nor counted', async () => {
    const forget = createKeep(() => cms.payload, { collections: COLLECTIONS, historyDays: 1 })
    const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString()
    const of = (sid: string, endedAt: string) => ({
      session: endedSession({ sid, demoId: demo, startedAt: endedAt, endedAt }),
      visit: undefined,
    })
    await forget([of('old', hoursAgo(25)), of('recent', hoursAgo(23))])
    expect(await rows()).toMatchObject([{ session: 'recent' }])
    expect(await days()).toMatchObject([{ launches: 1 }])
  })

  test('is told with the address hash and the country of its place, where that was known', async () => {
    const ended = endedSession({ sid: 'placed', demoId: demo })
    await keep([{ session: ended, visit: { addressHash: 'hash', country: 'FR' } }])
    expect(await rows()).toMatchObject([{ addressHash: 'hash', country: 'FR' }])
  })

  test('of an operator is a row, and is not counted among those of visitors', async () => {
    const ended = endedSession({ sid: 'tried', demoId: demo })
    await keep([{ session: ended, visit: { addressHash: 'hash', by: 'operator' } }])
    expect(await rows()).toHaveLength(1)
    expect(await days()).toMatchObject([{ launches: 0 }])
  })

  test('is kept and counted once by two replicas that collect at the same time', async () => {
    const sessions = Array.from({ length: 12 }, (_, index) =>
      endedSession({
        sid: `session-${index}`,
        demoId: demo,
        reason: index % 2 === 0 ? 'exit' : 'idle',
        commands: { 'Five eat': 1, [`./dinner-${index % 3}`]: 2 },
      }),
    )
    await Promise.all([keepAll(sessions), keepAll([...sessions].reverse()), keepAll(sessions)])
    expect(await rows()).toHaveLength(12)
    expect(await days()).toMatchObject([
      {
        launches: 12,
        prompts: 12,
        firstCommands: 12,
        startTimes: { 200: 12 },
        endReasons: { exit: 6, idle: 6 },
        commands: { 'Five eat': 12, './dinner-0': 8, './dinner-1': 8, './dinner-2': 8 },
      },
    ])
  })

  test('leaves no row that was not counted, when counting fails', async () => {
    const session = endedSession({ sid: 'half', demoId: demo })
    await keepAll([endedSession({ sid: 'first', demoId: demo })])
    const { updateOne } = cms.payload.db
    cms.payload.db.updateOne = () => Promise.reject(new Error('The database went away.'))
    const refused = await keepAll([session])
    cms.payload.db.updateOne = updateOne
    expect(refused).toMatchObject([{ sid: 'half', error: { message: 'The database went away.' } }])
    expect(await rows()).toHaveLength(1)
    await keepAll([session])
    expect(await rows()).toHaveLength(2)
    expect(await days()).toMatchObject([{ launches: 2 }])
  })

  test('that the database refuses does not keep others from their rows', async () => {
    const bad = endedSession({ sid: 'bad', demoId: demo, commands: { 'half \ud83c': 1 } })
    const refused = await keepAll([bad, endedSession({ sid: 'good', demoId: demo })])
    expect(refused.map(({ sid }) => sid)).toEqual(['bad'])
    expect(await rows()).toMatchObject([{ session: 'good' }])
    expect(await days()).toMatchObject([{ launches: 1 }])
  })

  test('of a demo that is gone is kept without it', async () => {
    const gone = '00000000-0000-4000-8000-000000000000'
    await keepAll([endedSession({ demoId: gone })])
    expect(await rows()).toMatchObject([{ demo: null }])
    expect(await days()).toMatchObject([{ key: `2026-03-01:${gone}`, demo: null, launches: 1 }])
  })
})

describe('moments of visitors', () => {
  afterEach(async () => {
    await terminalRegistry().state?.close()
    delete terminalRegistry().state
  })

  const send = (body: unknown, headers: Record<string, string> = { origin: SITE }) =>
    cms.rest('/terminal/moments', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    })
  const written = async () => {
    await terminalRegistry().state?.close()
    return days()
  }

  test('are counted by demo and day, whichever way it is named', async () => {
    const today = utcDay(Date.now())
    expect((await send({ project: 'shows-it', moment: 'seen' })).status).toBe(204)
    expect((await send({ demo, moment: 'seen' })).status).toBe(204)
    expect((await send({ demo, moment: 'step' })).status).toBe(204)
    expect(await written()).toMatchObject([
      { key: `${today}:${demo}`, demo, seen: 2, steps: 1, launches: 0 },
    ])
  })

  test('of what no visitor can see are answered alike and not counted', async () => {
    const gone = '00000000-0000-4000-8000-000000000000'
    for (const wanted of [{ project: 'unknown' }, { demo: gone }, { demo: 'no id at all' }]) {
      expect((await send({ ...wanted, moment: 'seen' })).status).toBe(204)
    }
    expect(await written()).toEqual([])
  })

  test.each<[string, number, unknown, Record<string, string>]>([
    ['another site', 403, { demo: 'd', moment: 'seen' }, { origin: 'http://evil.example' }],
    ['no origin', 403, { demo: 'd', moment: 'seen' }, {}],
    ['another moment', 400, { demo: 'd', moment: 'typed' }, { origin: SITE }],
    ['more than it asks', 400, { demo: 'd', moment: 'seen', who: 'me' }, { origin: SITE }],
    ['two names', 400, { demo: 'd', project: 'p', moment: 'seen' }, { origin: SITE }],
    ['nothing', 400, null, { origin: SITE }],
  ])('with %s are refused', async (_, status, body, headers) => {
    expect((await send(body, headers)).status).toBe(status)
    expect(await written()).toEqual([])
  })

  test('of one address are bounded', async () => {
    const statuses: number[] = []
    for (let index = 0; index < 70; index += 1) {
      statuses.push((await send({ demo, moment: 'seen' })).status)
    }
    expect(statuses.at(0)).toBe(204)
    expect(statuses.at(-1)).toBe(429)
  })
})
