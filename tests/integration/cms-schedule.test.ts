// What is to appear or to go at a set time, by the job that the admin's form queues, run as Payload runs it.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { schedulePublishHandler } from '@payloadcms/ui/utilities/schedulePublishHandler'
import { createLocalReq, type PayloadRequest } from 'payload'
import { rescueJobs } from '../../cms/src/jobs/rescue.ts'
import { JOBS } from '../../cms/src/limits.ts'
import { outboxWorkerOf } from '../../cms/src/outbox/worker.ts'
import { refusedPlaces } from '../../cms/src/schedule/refused.ts'
import { type Account, startTestCms, type TestCms } from '../support/cms.ts'
import { eventually } from '../support/eventually.ts'
import { type FakeSite, startFakeSite } from '../support/fake-site.ts'
import { logIn } from '../support/upload.ts'

type Scheduled = 'experiences' | 'pages' | 'projects'
type Kind = 'publish' | 'unpublish'
type Job = {
  id: string
  hasError?: boolean
  processing?: boolean
  totalTried?: number
}

let cms: TestCms
let site: FakeSite
let editor: Account
let authorization: string

beforeAll(async () => {
  site = await startFakeSite()
  cms = await startTestCms({ siteUrl: site.url })
  outboxWorkerOf(cms.payload).start()
  editor = await cms.account('editor')
  authorization = await logIn(cms, editor)
})
afterAll(async () => {
  await cms?.stop()
  await site?.stop()
})
beforeEach(async () => {
  site.received.length = 0
  await cms.payload.delete({ collection: 'payload-jobs', where: {}, overrideAccess: true })
})

const DATA: Record<Scheduled, (title: string) => object> = {
  projects: (title) => ({ title, summary: 'It works.', kind: 'personal' }),
  experiences: (company) => ({ company, role: 'Engineer', period: { start: '2025-01-01' } }),
  pages: (title) => ({ title, layout: [{ blockType: 'hero', text: title }] }),
}

const make = async (collection: Scheduled, title: string, status: 'draft' | 'published') => {
  const data = { ...DATA[collection](title), _status: status } as never
  const { id } = await cms.payload.create({ collection, data, overrideAccess: true })
  return { collection, id: id as string }
}
type Place = { collection: Scheduled; id: string }

/** As the drawer in the admin does it. `inMs`: from now. */
const schedule = async (
  kind: Kind,
  { collection, id }: Place,
  { by = editor, inMs = -1000 } = {},
) => {
  const req = (await createLocalReq({ user: by }, cms.payload)) as PayloadRequest
  const answer: unknown = await schedulePublishHandler({
    type: kind,
    date: new Date(Date.now() + inMs),
    doc: { relationTo: collection, value: id },
    locale: undefined,
    localeToPublish: undefined,
    req,
    timezone: 'UTC',
  } as never)
  expect(answer).not.toHaveProperty('error')
}

const runJobs = () => cms.payload.jobs.run({ queue: 'default', silent: true })
const jobs = async (queue = 'default') => {
  const { docs } = await cms.payload.find({
    collection: 'payload-jobs',
    where: { queue: { equals: queue } },
    overrideAccess: true,
  })
  return docs as unknown as Job[]
}
const seen = async ({ collection, id }: Place) =>
  (await cms.rest(`/${collection}/${id}`)).status === 200
const slugOf = async ({ collection, id }: Place) =>
  (await cms.payload.findByID({ collection, id, overrideAccess: true })).slug as string

const deliveries = async (place: Place) => {
  const { docs } = await cms.payload.find({
    collection: 'webhook-deliveries',
    where: { subject: { equals: `${place.collection}/${await slugOf(place)}` } },
    overrideAccess: true,
  })
  return docs
}

/** The job is taken, as by `runJobs`, by a process that dies before it has done anything. */
const takeAndDie = async (agoMs: number) => {
  await cms.payload.update({
    collection: 'payload-jobs',
    where: {},
    data: { processing: true } as never,
    overrideAccess: true,
  })
  await cms.payload.db.pool.query('update payload_jobs set updated_at = $1', [
    new Date(Date.now() - agoMs),
  ])
}

describe.each<Scheduled>(['projects', 'experiences', 'pages'])('of %s', (collection) => {
  test('a draft is published when its time has come, and the site is told', async () => {
    const place = await make(collection, `Soon ${collection}`, 'draft')
    await schedule('publish', place)
    expect(await seen(place)).toBe(false)
    await runJobs()
    expect(await seen(place)).toBe(true)
    expect(await deliveries(place)).toHaveLength(1)
    await eventually('the site hears of it', () =>
      site.received.some(({ body }) => body.collection === collection && 'slug' in body),
    )
    expect(await jobs()).toEqual([])
  })

  test('a published document is taken down when its time has come, and the site is told', async () => {
    const place = await make(collection, `Late ${collection}`, 'published')
    const slug = await slugOf(place)
    await schedule('unpublish', place)
    expect(await seen(place)).toBe(true)
    await runJobs()
    expect(await seen(place)).toBe(false)
    expect(await deliveries(place)).toHaveLength(2)
    await eventually('the site hears that it is gone', () =>
      site.received.some(({ body }) => body.previousSlug === slug && !('slug' in body)),
    )
  })
})

test('nothing happens before its time', async () => {
  const place = await make('projects', 'Tomorrow', 'draft')
  await schedule('publish', place, { inMs: 60_000 })
  await runJobs()
  expect(await seen(place)).toBe(false)
  expect(await jobs()).toHaveLength(1)
})

test('what is published is the draft of that moment, and the history says who had asked for it', async () => {
  const place = await make('projects', 'First words', 'published')
  await schedule('publish', place)
  await cms.payload.update({
    ...place,
    collection: 'projects',
    data: { title: 'Last words' },
    draft: true,
    overrideAccess: true,
  })
  await runJobs()
  expect((await cms.rest(`/projects/${place.id}`)).body).toMatchObject({ title: 'Last words' })
  const { docs } = await cms.payload.find({
    collection: 'audit-log',
    where: { documentId: { equals: place.id } },
    sort: '-createdAt',
    limit: 1,
    overrideAccess: true,
  })
  expect(docs[0]).toMatchObject({ actor: 'editor', via: 'job' })
})

test('somebody who may no longer publish when the time comes publishes nothing', async () => {
  const place = await make('projects', 'Not by you', 'draft')
  const former = await cms.account('editor')
  await schedule('publish', place, { by: former })
  await cms.payload.update({
    collection: 'users',
    id: former.id,
    data: { role: 'viewer' },
    overrideAccess: true,
  })
  await runJobs()
  expect(await seen(place)).toBe(false)
  expect(await jobs()).toMatchObject([{ hasError: true, processing: false }])
})

test('a draft that is not fit to be published stays a draft, and its job says so', async () => {
  const { id } = await cms.payload.create({
    collection: 'projects',
    data: { slug: 'no-title' } as never,
    draft: true,
    overrideAccess: true,
  })
  await schedule('publish', { collection: 'projects', id: id as string })
  await runJobs()
  expect(await seen({ collection: 'projects', id: id as string })).toBe(false)
  expect(await jobs()).toMatchObject([{ hasError: true, processing: false }])
})

describe('a plan that was refused', () => {
  /** What stands beside the form. */
  const told = async ({ collection, id }: Place) => {
    const path = `/${collection}/${id}/checklist?draft=true`
    const { body } = await cms.rest(path, { headers: { authorization } })
    return (body as { refused?: { type: string; plannedFor: string; reasons: string[] } }).refused
  }
  const update = ({ collection, id }: Place, data: object) =>
    cms.payload.update({ collection, id, data: data as never, overrideAccess: true })
  const unfit = async () => {
    const data = { title: 'No summary', kind: 'personal' } as never
    const { id } = await cms.payload.create({
      collection: 'projects',
      data,
      draft: true,
      overrideAccess: true,
    })
    return { collection: 'projects' as const, id: id as string }
  }

  test('says beside the form when and why, in the log as well, and heads the dashboard', async () => {
    const place = await unfit()
    const before = Date.now()
    await schedule('publish', place, { inMs: -60_000 })
    await runJobs()
    const reason = 'Summary is required: readers see it first.'
    const refused = await told(place)
    expect(refused).toMatchObject({ type: 'publish', reasons: [reason] })
    expect(Math.abs(Date.parse(String(refused?.plannedFor)) - (before - 60_000))).toBeLessThan(5000)
    const { docs } = await cms.payload.find({
      collection: 'audit-log',
      where: { documentId: { equals: place.id }, action: { equals: 'plan-refused' } },
      overrideAccess: true,
    })
    expect(docs).toMatchObject([
      {
        summary: 'The system could not keep the plan for the project “No summary”',
        changes: `Planned: publish, ${refused?.plannedFor}\n${reason}`,
      },
    ])
    const req = await createLocalReq({ user: editor }, cms.payload)
    expect(await refusedPlaces(req)).toEqual([place])
  })

  test('is told until the document has been published', async () => {
    const place = await unfit()
    await schedule('publish', place)
    await runJobs()
    await cms.payload.update({
      ...place,
      data: { summary: 'Now it has one.' },
      draft: true,
      overrideAccess: true,
    })
    expect(await told(place)).toBeDefined()
    await update(place, { _status: 'published' })
    expect(await told(place)).toBeUndefined()
  })

  test('is told until somebody plans it anew, and again if that is refused too', async () => {
    const place = await unfit()
    await schedule('publish', place)
    await runJobs()
    await schedule('publish', place, { inMs: 60_000 })
    expect(await told(place)).toBeUndefined()
    await cms.payload.db.pool.query(
      "update payload_jobs set wait_until = now() - interval '1 second'",
    )
    await runJobs()
    expect(await told(place)).toBeDefined()
    await update(place, { deletedAt: new Date().toISOString() })
    expect(await refusedPlaces(await createLocalReq({ user: editor }, cms.payload))).toEqual([])
  })

  test('of whom may not publish any more stays told beside what is still planned', async () => {
    const place = await make('pages', 'To be taken down', 'published')
    const former = await cms.account('editor')
    await schedule('publish', place, { inMs: 60_000 })
    await schedule('unpublish', place, { by: former })
    await cms.payload.delete({ collection: 'users', id: former.id, overrideAccess: true })
    await runJobs()
    expect(await told(place)).toMatchObject({
      type: 'unpublish',
      reasons: [expect.stringMatching(/account of whoever planned it/)],
    })
    await update(place, { _status: 'draft' })
    expect(await told(place)).toBeUndefined()
  })
})

describe('a process that dies with a job in its hands', () => {
  test.each<Kind>(['publish', 'unpublish'])('loses no scheduled %s', async (kind) => {
    const before = kind === 'publish' ? 'draft' : 'published'
    const place = await make('projects', `Crashed ${kind}`, before)
    await schedule(kind, place)
    await takeAndDie(JOBS.maxRunMs + 60_000)
    // Payload itself never takes it again.
    await runJobs()
    expect(await seen(place)).toBe(kind === 'unpublish')
    await rescueJobs(cms.payload)
    await runJobs()
    expect(await seen(place)).toBe(kind === 'publish')
    expect(await jobs()).toEqual([])
  })

  test('is told from one that still runs', async () => {
    const place = await make('projects', 'Still running', 'draft')
    await schedule('publish', place)
    await takeAndDie(JOBS.maxRunMs / 2)
    await rescueJobs(cms.payload)
    expect(await jobs()).toMatchObject([{ processing: true, totalTried: 0 }])
  })

  test('each time has its job given up, for people to see', async () => {
    await schedule('publish', await make('projects', 'Poison', 'draft'))
    for (let death = 0; death < JOBS.maxTries; death += 1) {
      await takeAndDie(JOBS.maxRunMs + 60_000)
      await rescueJobs(cms.payload)
    }
    const given = { hasError: true, processing: false, totalTried: JOBS.maxTries }
    expect(await jobs()).toMatchObject([given])
    await runJobs()
    expect(await jobs()).toMatchObject([given])
  })

  test('leaves the look for such jobs to the next process, which does it by itself', async () => {
    const place = await make('projects', 'By the clock', 'draft')
    await schedule('publish', place)
    await takeAndDie(JOBS.maxRunMs + 60_000)
    await cms.payload.db.pool.query(
      `insert into payload_jobs (task_slug, queue, processing, updated_at)
       values ('rescue-jobs', 'rescue-jobs', true, now() - interval '1 hour')`,
    )
    await cms.payload.jobs.handleSchedules({ queue: 'rescue-jobs' })
    const queued = (await jobs('rescue-jobs')).filter(({ processing }) => !processing)
    expect(queued).toHaveLength(1)
    await cms.payload.db.pool.query(
      'update payload_jobs set wait_until = null where not processing',
    )
    await cms.payload.jobs.run({ queue: 'rescue-jobs', silent: true })
    await runJobs()
    expect(await seen(place)).toBe(true)
  })
})
