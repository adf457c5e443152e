// Views that the site counts: who may tell them, that each is added once, and what the dashboard makes of them.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { PAGE_COUNTS } from '../../cms/src/limits.ts'
import { lastDays, readFigures } from '../../cms/src/page-counts/figures.ts'
import { siteOf } from '../../cms/src/public-api/shapes/site.ts'
import { signWebhook } from '../../scripts/runtime/src/webhook.ts'
import { startTestCms, type TestCms } from '../support/cms.ts'

type Count = { day: string; kind: string; name: string; views: number }

let cms: TestCms
beforeAll(async () => {
  cms = await startTestCms()
})
afterAll(() => cms?.stop())
beforeEach(async () => {
  await cms.payload.db.pool.query('delete from page_counts')
  await cms.payload.db.pool.query('delete from page_count_messages')
})

const [yesterday, today] = lastDays(Date.now(), 2) as [string, string]
const page = (name: string, views = 1, day = today): Count => ({ day, kind: 'page', name, views })
const referrer = (name: string, views = 1, day = today): Count => ({
  day,
  kind: 'referrer',
  name,
  views,
})

const post = (body: string, headers: Record<string, string>) =>
  cms.rest('/counts', { method: 'POST', body, headers })
const tell = (counts: unknown, id: string = randomUUID()) => {
  const body = JSON.stringify({ id, counts })
  return post(body, signWebhook(body, cms.webhookKey))
}

const stored = async (): Promise<Record<string, number>> => {
  const { docs } = await cms.payload.find({
    collection: 'page-counts',
    sort: 'name',
    pagination: false,
    overrideAccess: true,
  })
  return Object.fromEntries(docs.map(({ day, name, views }) => [`${day} ${name}`, views]))
}

test('what several replicas counted adds up, by day and page', async () => {
  const answers = await Promise.all([
    tell([page('/', 2), page('/projects/a'), referrer('news.example')]),
    tell([page('/projects/a', 3), page('/', 5)]),
    tell([page('/', 1, yesterday), page('/'), page('/')]),
  ])
  expect(answers.map(({ status }) => status)).toEqual([204, 204, 204])
  expect(await stored()).toEqual({
    [`${today} /`]: 9,
    [`${today} /projects/a`]: 4,
    [`${today} news.example`]: 1,
    [`${yesterday} /`]: 1,
  })
})

test('a message counts once, however often and at the same time it comes', async () => {
  const id = randomUUID()
  const all = await Promise.all(Array.from({ length: 8 }, () => tell([page('/')], id)))
  expect(all.map(({ status }) => status)).toEqual(Array(8).fill(204))
  expect((await tell([page('/')], id)).status).toBe(204)
  expect(await stored()).toEqual({ [`${today} /`]: 1 })
})

describe('nothing is added', () => {
  test('without the right signature, or with an old one', async () => {
    const body = JSON.stringify({ id: randomUUID(), counts: [page('/')] })
    const old = Date.now() - 10 * 60_000
    for (const headers of [
      {},
      signWebhook(body, 'x'.repeat(40)),
      signWebhook(`${body} `, cms.webhookKey),
      signWebhook(body, cms.webhookKey, old),
    ]) {
      expect(await post(body, headers)).toMatchObject({
        status: 401,
        body: { code: 'signature-refused' },
      })
    }
    expect(await stored()).toEqual({})
  })

  test.each([
    ['no counts', []],
    ['a page that is no path', [page('projects')]],
    ['a query', [page('/search?q=ada')]],
    ['an address for a host', [referrer('https://news.example/x')]],
    ['an IP address', [referrer('203.0.113.7')]],
    ['another kind', [{ ...page('/'), kind: 'visitor' }]],
    ['another field', [{ ...page('/'), visitor: 'ada' }]],
    ['no views', [page('/', 0)]],
    ['half a view', [page('/', 0.5)]],
    ['a day long ago', [page('/', 1, '2020-01-01')]],
    ['a day to come', [page('/', 1, '2999-01-01')]],
    ['no day', [page('/', 1, 'today')]],
    ['one that is wrong among others', [page('/'), page('')]],
    ['too many', Array.from({ length: PAGE_COUNTS.maxRows + 1 }, (_, at) => page(`/p${at}`))],
  ])('by %s', async (_, counts) => {
    expect(await tell(counts)).toMatchObject({ status: 400, body: { code: 'bad-request' } })
    expect(await stored()).toEqual({})
  })

  test('by a message that is too long, or no JSON', async () => {
    const long = ' '.repeat(PAGE_COUNTS.maxBodyBytes + 1)
    expect(await post(long, signWebhook(long, cms.webhookKey))).toMatchObject({ status: 413 })
    expect(await post('{', signWebhook('{', cms.webhookKey))).toMatchObject({ status: 400 })
  })
})

test('a day has a bound of pages: known ones go on, new ones are left out, the most viewed last', async () => {
  await cms.payload.db.pool.query(
    `insert into page_counts (day, kind, name, views) select $1, 'page', '/p' || at, 1 from generate_series(2, $2) at`,
    [today, PAGE_COUNTS.maxNames],
  )
  await tell([page('/rare'), page('/often', 5), page('/p2', 4), referrer('news.example')])
  const all = await stored()
  expect(all).toMatchObject({
    [`${today} /often`]: 5,
    [`${today} /p2`]: 5,
    [`${today} news.example`]: 1,
  })
  expect(all).not.toHaveProperty([`${today} /rare`])
})

test('counts are forgotten after 25 months, and the ids of messages when no copy can come any more', async () => {
  await cms.payload.db.pool.query(
    `insert into page_counts (day, kind, name, views)
     select to_char(now() - make_interval(months => months), 'YYYY-MM-DD'), 'page', '/' || months, 1
     from unnest(array[1, 24, 26]) months`,
  )
  await cms.payload.db.pool.query(
    `insert into page_count_messages (message, created_at) values ('old', now() - interval '8 days'), ('new', now() - interval '6 days')`,
  )
  await cms.payload.jobs.handleSchedules({ queue: 'page-counts-forget' })
  await cms.payload.db.pool.query('update payload_jobs set wait_until = null')
  await cms.payload.jobs.run({ queue: 'page-counts-forget', silent: true })
  expect(Object.keys(await stored()).map((key) => key.split(' ')[1])).toEqual(['/1', '/24'])
  const { rows } = await cms.payload.db.pool.query('select message from page_count_messages')
  expect(rows).toEqual([{ message: 'new' }])
})

test('the dashboard sums the last thirty days, those without a view included', async () => {
  const [before, first] = lastDays(Date.now(), PAGE_COUNTS.shownDays + 1) as [string, string]
  await cms.payload.db.pool.query(
    `insert into page_counts (day, kind, name, views) values
     ($1, 'page', '/', 100), ($2, 'page', '/', 3), ($3, 'page', '/', 2), ($3, 'page', '/a', 4), ($3, 'referrer', 'news.example', 6)`,
    [before, first, today],
  )
  const { days, pages, referrers } = await readFigures(cms.payload)
  expect(days).toHaveLength(PAGE_COUNTS.shownDays)
  expect([days[0], days[1]?.views, days.at(-1)]).toEqual([
    { day: first, views: 3 },
    0,
    { day: today, views: 6 },
  ])
  expect(pages).toEqual([
    { name: '/', views: 5 },
    { name: '/a', views: 4 },
  ])
  expect(referrers).toEqual([{ name: 'news.example', views: 6 }])
})

test('the site is told to count, unless the owner says otherwise', async () => {
  const data = { name: 'Ada', title: 'Engineer', intro: 'Hello.' }
  const told = async (more: { countViews?: boolean }) =>
    siteOf(
      await cms.payload.updateGlobal({
        slug: 'site',
        data: { ...data, ...more },
        overrideAccess: true,
      }),
      {},
    ).countViews
  expect(await told({})).toBe(true)
  expect(await told({ countViews: false })).toBe(false)
})
