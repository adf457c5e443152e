// Smoke runs in a real CMS, against a service that stands in: what is kept, what everyone may know, and the nightly job.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { startTestCms, type TestCms } from '../support/cms.ts'
import { tarGz } from '../support/files.ts'
import { type FakeService, startFakeService } from '../support/plugin/fake-service.ts'

const SMOKE = 'terminal-smoke'

let service: FakeService
let cms: TestCms
let demo: string
let off: string
let made: (title: string, enabled: boolean) => Promise<{ id: string }>

beforeAll(async () => {
  service = await startFakeService()
  cms = await startTestCms({ terminalUrl: service.url })
  const archive = await cms.payload.create({
    collection: 'archives',
    data: {},
    file: await tarGz('a.tar.gz', { 'main.c': 'int main;' }),
    overrideAccess: true,
  })
  made = async (title: string, enabled: boolean) =>
    cms.payload.create({
      collection: 'demos',
      data: { title, archive: archive.id, toolchain: 'c', mode: 'shell', enabled },
      overrideAccess: true,
    })
  demo = (await made('On', true)).id
  off = (await made('Off', false)).id
})
beforeEach(async () => {
  service.orders.length = 0
  service.listens(true)
  const everything = { where: {}, overrideAccess: true } as const
  await cms.payload.delete({ collection: 'terminal-smoke-runs', ...everything })
  await cms.payload.delete({ collection: 'payload-jobs', ...everything })
})
afterAll(async () => {
  await cms?.stop()
  await service?.stop()
})

const runs = async () =>
  (await cms.payload.find({ collection: 'terminal-smoke-runs', depth: 0, overrideAccess: true }))
    .docs
const night = () => cms.payload.jobs.run({ queue: SMOKE, overrideAccess: true, silent: true })
const schedule = () => cms.payload.jobs.handleSchedules({ queue: SMOKE })
const waiting = async () =>
  (
    await cms.payload.find({
      collection: 'payload-jobs',
      where: { queue: { equals: SMOKE } },
      overrideAccess: true,
    })
  ).docs

describe('the nightly job', () => {
  test('tries every enabled demo and keeps how that went', async () => {
    await cms.payload.jobs.queue({ task: SMOKE, input: {}, queue: SMOKE, overrideAccess: true })
    await night()
    expect(service.orders.map(({ action }) => action)).toEqual(['smoke'])
    expect(await runs()).toMatchObject([{ demo, ok: true, failed: 0 }])
  })

  test('keeps nothing of a night on which the service did not answer, and is tried again', async () => {
    service.listens(false)
    await cms.payload.jobs.queue({ task: SMOKE, input: {}, queue: SMOKE, overrideAccess: true })
    await night()
    expect(await runs()).toEqual([])
    service.listens(true)
    await night()
    expect(await runs()).toHaveLength(1)
  })

  test('is not held up by a demo that cannot be tried, and says so of that one', async () => {
    const archive = await cms.payload.create({
      collection: 'archives',
      data: {},
      file: await tarGz('b.tar.gz', { 'main.c': 'int b;' }),
      overrideAccess: true,
    })
    const broken = await cms.payload.create({
      collection: 'demos',
      data: { title: 'B', archive: archive.id, toolchain: 'c', mode: 'shell', enabled: true },
      overrideAccess: true,
    })
    await cms.payload.db.updateOne({
      collection: 'archives',
      id: archive.id,
      data: { sha256: 'not a digest' },
    })
    await cms.payload.jobs.queue({ task: SMOKE, input: {}, queue: SMOKE, overrideAccess: true })
    await night()
    const found = await runs()
    expect(found.find((run) => run.demo === broken.id)).toMatchObject({ ok: false, commands: 0 })
    expect(found.find((run) => run.demo === demo)).toMatchObject({ ok: true })
    await cms.payload.delete({ collection: 'demos', id: broken.id, overrideAccess: true })
  })

  test('is not taken for dead while it goes from demo to demo, however long that takes', async () => {
    const { id: second } = await made('Second', true)
    const job = await cms.payload.jobs.queue({
      task: SMOKE,
      input: {},
      queue: SMOKE,
      overrideAccess: true,
    })
    const yesterday = new Date(Date.now() - 24 * 3600 * 1000).toISOString()
    const { hooks } = cms.payload.collections['terminal-smoke-runs'].config
    const isThere: boolean[] = []
    const aDayPasses = async () => {
      await schedule()
      isThere.push((await waiting()).some(({ id }) => id === job.id))
      const data = { updatedAt: yesterday }
      await cms.payload.db.updateOne({ collection: 'payload-jobs', id: job.id, data })
    }
    hooks.afterChange.push(aDayPasses)
    try {
      await night()
    } finally {
      hooks.afterChange.pop()
    }
    expect(isThere).toEqual([true, true])
    expect(await runs()).toHaveLength(2)
    await cms.payload.delete({ collection: 'demos', id: second, overrideAccess: true })
  })

  test('is scheduled once, and again when an earlier one died in the middle', async () => {
    await schedule()
    await schedule()
    const [job, ...more] = await waiting()
    expect([job?.taskSlug, more]).toEqual([SMOKE, []])
    const yesterday = new Date(Date.now() - 24 * 3600 * 1000).toISOString()
    await cms.payload.db.updateOne({
      collection: 'payload-jobs',
      id: job?.id ?? '',
      data: { processing: true, waitUntil: null, updatedAt: yesterday },
    })
    await schedule()
    const [next] = await waiting()
    expect(next?.id).not.toBe(job?.id)
    expect(next?.processing).toBe(false)
  })
})

describe('the last runs', () => {
  test('are told to everyone, of demos that visitors can see, without what went wrong', async () => {
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
    await cms.payload.create({
      collection: 'terminal-smoke-runs',
      data: { demo: off, ok: true, commands: 0, failed: 0, ms: 1 },
      overrideAccess: true,
    })
    await cms.payload.create({
      collection: 'terminal-smoke-runs',
      data: { demo, ok: false, commands: 2, failed: 1, ms: 9, detail: './secret-command' },
      overrideAccess: true,
    })
    const { status, body } = await cms.rest('/terminal/smoke')
    expect([status, body]).toEqual([
      200,
      { runs: [{ demo, ok: false, at: expect.stringMatching(/^20\d\d-/) }] },
    ])
  })

  test('do not keep a demo from being deleted', async () => {
    const { id } = await cms.payload.create({
      collection: 'terminal-smoke-runs',
      data: { demo, ok: true, commands: 0, failed: 0, ms: 1 },
      overrideAccess: true,
    })
    await cms.payload.delete({ collection: 'demos', id: demo, overrideAccess: true })
    expect(await runs()).toMatchObject([{ id, demo: null }])
  })
})
