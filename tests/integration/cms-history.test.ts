// The past of sessions in a real CMS: who may read it, and what is forgotten at night.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { startTestCms, type TestCms } from '../support/cms.ts'

const FORGET = 'terminal-forget'
const DAY_MS = 24 * 60 * 60 * 1000

let cms: TestCms

beforeAll(async () => {
  cms = await startTestCms()
})
beforeEach(async () => {
  const everything = { where: {}, overrideAccess: true } as const
  await cms.payload.delete({ collection: 'terminal-sessions', ...everything })
  await cms.payload.delete({ collection: 'terminal-days', ...everything })
})
afterAll(() => cms?.stop())

const rows = async () =>
  (await cms.payload.find({ collection: 'terminal-sessions', depth: 0, overrideAccess: true })).docs

const past = (session: string, daysAgo: number) => {
  const at = new Date(Date.now() - daysAgo * DAY_MS).toISOString()
  return cms.payload.create({
    collection: 'terminal-sessions',
    data: {
      session,
      startedAt: at,
      endedAt: at,
      durationMs: 1,
      reason: 'exit',
      bytesIn: 0,
      bytesOut: 0,
      cpuMs: 0,
      peakMemoryBytes: 0,
    },
    overrideAccess: true,
  })
}

describe('the nightly job', () => {
  test('forgets sessions of more than ninety days ago, and keeps the sums of their day', async () => {
    await past('old', 91)
    await past('young', 89)
    await cms.payload.create({
      collection: 'terminal-days',
      data: {
        key: '2020-01-01:demo',
        day: '2020-01-01',
        seen: 0,
        launches: 1,
        prompts: 0,
        firstCommands: 0,
        steps: 0,
      },
      overrideAccess: true,
    })
    await cms.payload.jobs.queue({ task: FORGET, input: {}, queue: FORGET, overrideAccess: true })
    await cms.payload.jobs.run({ queue: FORGET, overrideAccess: true, silent: true })
    expect((await rows()).map(({ session }) => session)).toEqual(['young'])
    const { totalDocs } = await cms.payload.count({
      collection: 'terminal-days',
      overrideAccess: true,
    })
    expect(totalDocs).toBe(1)
  })

  test('comes by the clock, once', async () => {
    await cms.payload.jobs.handleSchedules({ queue: FORGET })
    await cms.payload.jobs.handleSchedules({ queue: FORGET })
    const { docs } = await cms.payload.find({
      collection: 'payload-jobs',
      where: { queue: { equals: FORGET } },
      overrideAccess: true,
    })
    expect(docs).toHaveLength(1)
  })
})

describe('the past', () => {
  test.each(['terminal-sessions', 'terminal-days'] as const)(
    'in %s is read by those who operate terminals, and written by nobody',
    async (collection) => {
      await past('one', 1)
      const [viewer, editor, owner] = [
        await cms.account('viewer'),
        await cms.account('editor'),
        await cms.account('owner'),
      ]
      const read = (user?: unknown) =>
        cms.payload.find({ collection, overrideAccess: false, user: user as never })
      await expect(read()).rejects.toThrow('not allowed')
      await expect(read(viewer)).rejects.toThrow('not allowed')
      await expect(read(editor)).resolves.toBeDefined()
      await expect(read(owner)).resolves.toBeDefined()
      const write = cms.payload.create({
        collection,
        data: {} as never,
        overrideAccess: false,
        user: owner,
      })
      await expect(write).rejects.toThrow('not allowed')
    },
  )
})
