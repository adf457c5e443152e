import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { siteEnv } from '../env.ts'
import { LIMITS } from '../limits.ts'
import { type SiteServer, startSiteServer } from '../testing/site-server.ts'
import { createSiteHandler } from './handler.ts'
import { createPatience } from './patience.ts'

let site: SiteServer
/** Milliseconds; stands still within a test, so that no patience comes back meanwhile. */
let clock = 0
/** Whom the server in front of the handler sees. */
let visitor: string

beforeAll(async () => {
  site = await startSiteServer(() => {
    const waitOf = createPatience(() => clock)
    const handle = createSiteHandler({ env: siteEnv(), isDev: false, waitOf })
    return (request, response) => {
      request.headers['x-forwarded-for'] = visitor
      return handle(request, response)
    }
  })
})
afterAll(() => site.close())
beforeEach(() => {
  clock += 3_600_000
  visitor = '198.51.100.1'
})

const get = async (path: string) => {
  const response = await fetch(`${site.base}${path}`)
  return { response, body: await response.text() }
}

test.each([
  ['search', '/api/search?q=tiny'],
  ['contact', '/api/contact'],
  ['preview', '/preview?token=x'],
] as const)('who asks too often (%s) is told to wait, nobody else is', async (asking, path) => {
  for (let index = 0; index < LIMITS.askings[asking].burst; index += 1) {
    expect((await get(path)).response.status).toBe(200)
  }
  site.cms.seen.length = 0
  const { response, body } = await get(path)
  expect(response.status).toBe(429)
  expect(response.headers.get('content-type')).toBe('application/problem+json')
  expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(JSON.parse(body)).toMatchObject({ code: 'rate-limited' })
  expect(site.cms.seen).toEqual([])
  visitor = '198.51.100.2'
  expect((await get(path)).response.status).toBe(200)
})

test.each([
  ['search', '/search?q=tiny&wait=9', '/search?language=en&q=tiny'],
  ['contact', '/contact?wait=9', '/contact?language=en&place=contact'],
] as const)(
  'the page of who asks too often (%s) is drawn with how long to wait',
  async (asking, path, target) => {
    for (let index = 0; index < LIMITS.askings[asking].burst; index += 1) {
      expect((await get(path)).body).toBe(`next:${target}`)
    }
    expect((await get(path)).body).toMatch(/&wait=[1-9]\d*$/)
    // What asks the CMS nothing is not counted.
    expect((await get('/search')).body).toBe('next:/search?language=en')
    expect((await get('/contact/sent')).body).toBe('next:/contact?language=en&place=sent')
  },
)

test('an address of IPv6 that only changes its end is one visitor, and patience comes back', async () => {
  for (let index = 0; index < LIMITS.askings.search.burst; index += 1) {
    visitor = `2001:db8::${index + 1}`
    expect((await get('/api/search?q=tiny')).response.status).toBe(200)
  }
  visitor = '2001:db8::ffff'
  expect((await get('/api/search?q=tiny')).response.status).toBe(429)
  clock += 60_000
  expect((await get('/api/search?q=tiny')).response.status).toBe(200)
})
