import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { isWebhookGenuine, SIGNATURE_HEADER, TIMESTAMP_HEADER } from '@shellfolio/runtime/webhook'
import { knownOf } from '../../testing/known.ts'
import { createPageCounts, type PageCounts } from './page-counts.ts'
import type { CountMessage } from './tally.ts'

const KEY = 'k'.repeat(40)
const VISITOR = { 'user-agent': 'Mozilla/5.0 (X11; Linux) Gecko/20100101 Firefox/140.0' }

let cms: Server
let site: Server
let counts: PageCounts
let known = knownOf({ projects: ['a'] })
let isKnown = true
/** What the CMS answers, and what it got; `genuine` says whether it was signed. */
let cmsStatus = 204
let got: { message: CountMessage; genuine: boolean }[] = []
let pageStatus = 200
const lines: string[] = []

const listen = async (server: Server) => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
let cmsUrl = ''
let siteUrl = ''

beforeAll(async () => {
  cms = createServer(async (request, response) => {
    const body = await text(request)
    const header = (name: string) => request.headers[name]?.toString()
    const message = {
      body,
      timestamp: header(TIMESTAMP_HEADER),
      signature: header(SIGNATURE_HEADER),
    }
    got.push({ message: JSON.parse(body), genuine: isWebhookGenuine(message, KEY) })
    response.writeHead(cmsStatus).end()
  })
  site = createServer((request, response) => {
    counts.watch(request, response, request.url ?? '')
    response.writeHead(pageStatus).end()
  })
  cmsUrl = await listen(cms)
  siteUrl = await listen(site)
})
afterAll(() => {
  for (const server of [cms, site]) {
    server.closeAllConnections()
    server.close()
  }
})
beforeEach(() => {
  known = knownOf({ projects: ['a'] })
  isKnown = true
  cmsStatus = 204
  pageStatus = 200
  got = []
  lines.length = 0
  counts = createPageCounts({
    env: { SITE_URL: 'https://site.example', CMS_INTERNAL_URL: cmsUrl, WEBHOOK_KEY: KEY },
    known: async () => {
      if (!isKnown) throw new Error('nobody knows')
      return known
    },
    log: (line) => lines.push(line),
  })
})
afterEach(() => counts.close())

const visit = async (path: string, headers: Record<string, string> = {}) =>
  (await fetch(`${siteUrl}${path}`, { headers: { ...VISITOR, ...headers } })).text()
/** Nothing says when a page was counted. */
const eventuallyCounted = async () => {
  await new Promise(setImmediate)
  await counts.flush()
}
/** `pages` of all messages that arrived. */
const told = () =>
  got.flatMap(({ message }) => message.counts).map(({ kind, name, views }) => [kind, name, views])

test('pages are counted when they are answered, and told in one signed message', async () => {
  await visit('/')
  await visit('/projects/a', { referer: 'https://news.example/x' })
  await visit('/')
  await counts.flush()
  expect(told()).toEqual([
    ['page', '/', 2],
    ['page', '/projects/a', 1],
    ['referrer', 'news.example', 1],
  ])
  expect(got).toMatchObject([{ genuine: true }])
  // Nothing of the visitor is in it.
  expect(JSON.stringify(got)).not.toMatch(/Firefox|127\.0\.0\.1|\/x/)
  await counts.flush()
  expect(got).toHaveLength(1)
})

const seen = (path: string, { headers = {}, referrer = '' } = {}) =>
  counts.countSeen({ headers: { ...VISITOR, ...headers } } as never, { path, referrer })

test('a page that was fetched ahead counts when it is seen, and only then', async () => {
  await visit('/projects/a', { 'sec-purpose': 'prefetch;prerender' })
  await counts.flush()
  expect(got).toEqual([])
  await visit('/', { 'sec-purpose': 'prefetch' })
  seen('/', { referrer: 'https://www.news.example/' })
  await eventuallyCounted()
  expect(told()).toEqual([
    ['page', '/', 1],
    ['referrer', 'news.example', 1],
  ])
})

test('what is said to be seen is no more than what is visited: pages that there are, of who may be counted', async () => {
  seen('/projects/unknown')
  seen('/', { headers: { 'sec-gpc': '1' } })
  seen('/', { headers: { 'user-agent': 'ExampleBot/1.0' } })
  seen('/projects/a', { referrer: 'https://site.example/' })
  await eventuallyCounted()
  expect(told()).toEqual([['page', '/projects/a', 1]])
})

test('what is no page, no visit, or not to be counted is not counted', async () => {
  await visit('/projects/unknown')
  await visit('/', { 'sec-gpc': '1' })
  pageStatus = 404
  await visit('/')
  pageStatus = 200
  isKnown = false
  await visit('/')
  isKnown = true
  known = knownOf({}, { countsViews: false })
  await visit('/')
  await counts.flush()
  expect(got).toEqual([])
})

test('while the CMS does not take them, counts wait under the same id, and this is said once', async () => {
  cmsStatus = 503
  await visit('/')
  await counts.flush()
  await visit('/')
  await counts.flush()
  cmsStatus = 204
  await counts.flush()
  await counts.flush()
  const ids = got.map(({ message }) => message.id)
  expect(ids.slice(0, 3)).toEqual([ids[0], ids[0], ids[0]])
  expect(got.slice(2).map(({ message }) => message.counts)).toMatchObject([
    [{ name: '/', views: 1 }],
    [{ name: '/', views: 1 }],
  ])
  expect(lines).toEqual(['The CMS answered the page counts with 503.'])
})

test('what the CMS refuses for what is in it does not stop what comes after', async () => {
  cmsStatus = 400
  await visit('/')
  await counts.flush()
  cmsStatus = 204
  await visit('/projects/a')
  await counts.flush()
  expect(got[1]?.message.counts).toMatchObject([{ name: '/projects/a' }])
})

test('the rest is sent at the end', async () => {
  cmsStatus = 503
  await visit('/')
  await counts.flush()
  await visit('/projects/a')
  cmsStatus = 204
  got = []
  await counts.close()
  expect(told()).toEqual([
    ['page', '/', 1],
    ['page', '/projects/a', 1],
  ])
})
