import { createServer, request as httpRequest } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { forgetAll } from '../cms/memories.ts'
import { siteEnv } from '../env.ts'
import { LIMITS } from '../limits.ts'
import { startWholeSite, type WholeSite } from '../testing/whole-site.ts'
import { createSiteHandler } from './handler.ts'

const UUID = '00000000-0000-4000-8000-000000000000'

let site: WholeSite
const TOKEN = `projects.${UUID}.${UUID}.mgx1z2k0.${'s'.repeat(43)}`
/** Paths of the pages that the handler told of. */
const pages: string[] = []

beforeAll(async () => {
  site = await startWholeSite((path) => pages.push(path))
})
afterAll(() => site.close())
beforeEach(() => {
  site.cms.seen.length = 0
})

const get: WholeSite['get'] = (path, init) => site.get(path, init)

/** A target as it stands, which fetch() would tidy up. */
const raw = (path: string) =>
  new Promise<string>((resolve, reject) => {
    const { port } = new URL(site.base)
    const asking = httpRequest({ host: '127.0.0.1', port, path }, async (response) => {
      let body = ''
      for await (const chunk of response) body += chunk
      resolve(body)
    })
    asking.on('error', reject).end()
  })

test('pages that exist reach Next without their query', async () => {
  expect((await get('/?utm=1')).body).toBe('next:/')
  expect((await get('/projects/tiny-shell')).body).toBe('next:/projects/tiny-shell')
})

test('unknown addresses are one page, and a thousand of them ask the CMS nothing', async () => {
  await get('/projects/unknown')
  site.cms.seen.length = 0
  for (let index = 0; index < 100; index += 1) {
    expect((await get(`/projects/unknown-${index}`)).body).toBe('next:/missing')
    expect((await get(`/wp-${index}.php`)).body).toBe('next:/missing')
  }
  expect(site.cms.seen).toEqual([])
})

test('who counts pages hears of those that there are, without their query', async () => {
  pages.length = 0
  for (const path of [
    '/?utm=1',
    '/projects/tiny-shell',
    '/search?q=ada',
    '/nope',
    '/robots.txt',
    '/sitemap.xml',
  ])
    await get(path)
  expect(pages).toEqual(['/', '/projects/tiny-shell', '/search'])
})

test.each([
  '/_next/data/build/index.json',
  '/_next/image?url=x',
  '//evil.example',
  '/projects/../x',
])('%s is a missing page', async (path) => {
  expect(await raw(path)).toBe('next:/missing')
})

test.each([
  '/',
  '/status',
  '/search?q=ada',
  '/contact',
  '/preview?token=x',
  '/nope',
  '/favicon.svg',
])('nobody speaks to Next in its own protocol at %s', async (path) => {
  const handle = createSiteHandler({ env: siteEnv(), isDev: false })
  const next = createServer(async (request, response) => {
    await handle(request, response)
    response.end(JSON.stringify(request.headers))
  })
  await new Promise<void>((resolve) => next.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(next.address() as AddressInfo).port}${path}`
  const headers = {
    'x-middleware-prefetch': '1',
    'x-nextjs-data': '1',
    'x-matched-path': '/500',
    rsc: '1',
    'next-router-prefetch': '1',
    cookie: '__prerender_bypass=x; preview-theme=dark',
    range: 'bytes=99999999-',
    'user-agent': 'A browser',
  }
  // What only our own server says, and of a preview only.
  const forged = { 'x-preview-token': TOKEN, 'x-preview-language': 'fr' }
  const answered = await fetch(url, { headers: { ...headers, ...forged } })
  const seen = (await answered.json()) as Record<string, string>
  next.closeAllConnections()
  next.close()
  for (const name of Object.keys(headers)) {
    if (name !== 'user-agent') expect(seen).not.toHaveProperty([name])
  }
  for (const [name, value] of Object.entries(forged)) expect(seen[name]).not.toBe(value)
  expect(seen).toMatchObject({ host: expect.any(String), 'user-agent': 'A browser' })
})

test('pages answer GET and HEAD only', async () => {
  const { response, body } = await get('/', { method: 'POST', body: 'x' })
  expect(response.status).toBe(405)
  expect(JSON.parse(body)).toMatchObject({ code: 'method-not-allowed' })
})

test.each(['/healthz', '/readyz', '/robots.txt', '/speculation-rules.json'])(
  '%s takes nothing in',
  async (path) => {
    const { response, body } = await get(path, { method: 'POST', body: 'x' })
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
    expect(JSON.parse(body)).toMatchObject({ code: 'method-not-allowed' })
  },
)

test('every answer carries the policy', async () => {
  for (const path of ['/', '/nope', '/healthz', '/robots.txt', '/api/terminal/tickets']) {
    const { response } = await get(path)
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  }
})

test('machines find health, robots, a sitemap and speculation rules', async () => {
  expect(JSON.parse((await get('/healthz')).body)).toEqual({ status: 'ok' })
  expect((await get('/robots.txt')).body).toContain('Sitemap: https://site.example/sitemap.xml')
  expect((await get('/sitemap.xml')).body).toContain(
    '<loc>https://site.example/projects/tiny-shell</loc>',
  )
  const { response, body } = await get('/speculation-rules.json')
  expect(response.headers.get('content-type')).toBe('application/speculationrules+json')
  expect(JSON.parse(body)).toHaveProperty('prerender')
})

test('a site whose CMS is of no use says so, and goes on taking visitors', async () => {
  forgetAll()
  expect(await (await fetch(`${site.base}/readyz`)).json()).toEqual({ status: 'ok' })
  for (const fault of ['broken', 'wrong'] as const) {
    site.cms.fault = fault
    forgetAll()
    const { response, body } = await get('/readyz')
    expect([response.status, JSON.parse(body)]).toEqual([200, { status: 'degraded', cms: fault }])
    expect((await get('/projects/tiny-shell')).body).toBe('next:/projects/tiny-shell')
    expect(JSON.parse((await get('/healthz')).body)).toEqual({ status: 'ok' })
  }
  site.cms.fault = undefined
  forgetAll()
  expect(JSON.parse((await get('/readyz')).body)).toEqual({ status: 'ok' })
  expect(site.cms.said).toEqual([
    expect.stringContaining('The CMS is of no use (broken)'),
    'The CMS answers again.',
  ])
})

test('a ticket request reaches the CMS with origin and address, without cookies', async () => {
  const { response, body } = await get('/api/terminal/tickets', {
    method: 'POST',
    headers: {
      origin: 'https://site.example',
      cookie: 'payload-token=secret',
      authorization: 'Bearer x',
      'content-type': 'application/json',
    },
    body: '{"project":"tiny-shell"}',
  })
  expect(response.status).toBe(201)
  expect(JSON.parse(body)).toEqual({ echo: '{"project":"tiny-shell"}' })
  const [seen] = site.cms.seen
  expect(seen?.headers).toMatchObject({
    origin: 'https://site.example',
    'x-forwarded-for': '203.0.113.7',
  })
  expect(seen?.headers).not.toHaveProperty('cookie')
  expect(seen?.headers).not.toHaveProperty('authorization')
})

test('what a page tells of its visitors reaches the CMS, without cookies', async () => {
  const { response, body } = await get('/api/terminal/moments', {
    method: 'POST',
    headers: { origin: 'https://site.example', cookie: 'a=b', 'content-type': 'application/json' },
    body: '{"project":"tiny-shell","moment":"seen"}',
  })
  expect([response.status, body]).toEqual([204, ''])
  const [seen] = site.cms.seen
  expect([seen?.method, seen?.url]).toEqual(['POST', '/api/terminal/moments'])
  expect(seen?.headers).toMatchObject({ origin: 'https://site.example' })
  expect(seen?.headers).not.toHaveProperty('cookie')
})

test('a body past its bound is refused and never sent on', async () => {
  const { response, body } = await get('/api/terminal/tickets', {
    method: 'POST',
    body: 'x'.repeat(LIMITS.forwardMaxBytes + 1),
  })
  expect(response.status).toBe(413)
  expect(JSON.parse(body)).toMatchObject({ code: 'body-too-large' })
  expect(site.cms.seen).toEqual([])
})

test.each(['/api/users', '/api/terminal/../users', '/api/terminal/%2e%2e/users', '/admin'])(
  '%s of the CMS is out of reach',
  async (path) => {
    await raw(path)
    expect(
      site.cms.seen.filter(({ url }) => url.includes('users') || url.includes('admin')),
    ).toEqual([])
  },
)

test('captions of films come through this origin, and nothing else at such an address', async () => {
  const film = '/media/7d1f1f0e-0000-4000-8000-000000000001'
  const { response, body } = await get(`${film}/en.vtt?v=0123456789ab`)
  expect(body).toMatch(/^WEBVTT\n/)
  expect(response.headers.get('content-type')).toBe('text/vtt')
  expect(response.headers.get('cache-control')).toContain('immutable')
  expect(response.headers.get('content-security-policy')).toContain('sandbox')
  expect((await get(`${film}/fr.vtt`)).response.status).toBe(404)
  site.cms.seen.length = 0
  for (const path of [`${film}/en.html`, '/media/x/en.vtt', `${film}/en`]) {
    expect((await get(path)).response.status).toBe(404)
  }
  expect(site.cms.seen.filter(({ url }) => url.startsWith('/api/media'))).toEqual([])
})

test('pictures come through this origin and are kept; anything else does not', async () => {
  const { response } = await get('/media/dinner.svg?v=abc')
  expect(response.headers.get('content-type')).toBe('image/svg+xml')
  expect(response.headers.get('cache-control')).toContain('immutable')
  expect(response.headers.get('content-security-policy')).toContain('sandbox')
  expect((await get('/media/evil.html')).response.status).toBe(404)
  site.cms.seen.length = 0
  expect((await get('/media/..%2Fusers')).response.status).toBe(404)
  expect((await get('/media/.env')).response.status).toBe(404)
  expect(site.cms.seen).toEqual([])
})

test('a CMS that is down is said to be, in the words of the terminal', async () => {
  const env = { ...siteEnv(), CMS_INTERNAL_URL: 'http://127.0.0.1:1' }
  const handle = createSiteHandler({ env, isDev: false })
  const lonely = createServer((request, response) => void handle(request, response))
  await new Promise<void>((resolve) => lonely.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(lonely.address() as AddressInfo).port}`
  const response = await fetch(`${url}/api/terminal/tickets`, { method: 'POST', body: '{}' })
  expect(response.status).toBe(503)
  expect(response.headers.get('retry-after')).toBe('5')
  expect(await response.json()).toMatchObject({ code: 'service-unavailable' })
  lonely.closeAllConnections()
  lonely.close()
})

test('a preview is asked for without its query, and is neither kept nor led on with its address', async () => {
  const { response, body } = await get('/preview?token=a.b-c&theme=dark')
  expect(body).toBe('next:/preview')
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'cache-control': 'private, no-store',
    'referrer-policy': 'no-referrer',
    'x-robots-tag': expect.stringContaining('noindex'),
    'set-cookie': expect.stringMatching(
      /^preview-theme=dark; Path=\/preview; Max-Age=900; HttpOnly; SameSite=Lax; Secure$/,
    ),
  })
  expect(response.headers.has('speculation-rules')).toBe(false)
  expect(response.headers.has('etag')).toBe(false)
})

test('only the CMS may frame a preview, and nobody any other page', async () => {
  const preview = (await get('/preview?token=x')).response.headers
  expect(preview.get('content-security-policy')).toContain('frame-ancestors https://cms.example;')
  expect(preview.has('x-frame-options')).toBe(false)
  for (const path of ['/', '/preview/', '/previews', '/preview/x', '/missing']) {
    const { headers } = (await get(path)).response
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none';")
    expect(headers.get('x-frame-options')).toBe('DENY')
  }
})

/** `resume` of a global, which has no id. */
const GLOBAL_TOKEN = TOKEN.replace(/^[a-z]+\.[0-9a-f-]{36}/, 'resume')

type Asked = { token: string; theme: string; language?: string; remembered?: string }

test.each<[string, Asked]>([
  [`/preview?token=${TOKEN}&theme=dark`, { token: TOKEN, theme: 'dark' }],
  [`/preview?token=${TOKEN}&locale=fr`, { token: TOKEN, theme: '', language: 'fr' }],
  ['/preview?token=a.b&theme=dark&locale=xx', { token: '', theme: 'dark' }],
  [`/preview?token=${TOKEN}x`, { token: '', theme: '' }],
  [`/preview?token=${GLOBAL_TOKEN}&around=dark`, { token: GLOBAL_TOKEN, theme: 'dark' }],
  ['/preview?around=dark&theme=light', { token: '', theme: 'light' }],
  ['/preview?around=dark', { token: '', theme: 'light', remembered: 'light' }],
  ['/preview?around=neon', { token: '', theme: '' }],
  ['/preview?theme=neon', { token: '', theme: '' }],
  ['/preview?token=a%0d%0ab', { token: '', theme: '' }],
  [`/preview?token=${'x'.repeat(300)}`, { token: '', theme: '' }],
])(
  '%s hands on what it should',
  async (path, { token, theme, language = 'en', remembered }: Asked) => {
    const handle = createSiteHandler({ env: siteEnv(), isDev: false })
    const seen = createServer(async (request, response) => {
      await handle(request, response)
      response.end(JSON.stringify(request.headers))
    })
    await new Promise<void>((resolve) => seen.listen(0, '127.0.0.1', resolve))
    const url = `http://127.0.0.1:${(seen.address() as AddressInfo).port}${path}`
    const answered = await fetch(url, {
      headers: {
        'x-preview-token': 'mine',
        'x-preview-language': 'fr',
        ...(remembered ? { cookie: `preview-theme=${remembered}` } : {}),
      },
    })
    expect(await answered.json()).toMatchObject({
      'x-preview-token': token,
      'x-preview-theme': theme,
      'x-preview-language': language,
    })
    seen.closeAllConnections()
    seen.close()
  },
)

test('the palette gets what was found, with addresses of this site, and nobody keeps it', async () => {
  const { response, body } = await site.inBoth(() => get('/api/search?q=tiny&language=fr'))
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(JSON.parse(body)).toEqual({
    total: 1,
    items: [
      {
        href: '/fr/projects/tiny-shell',
        kind: 'Projet',
        title: [{ text: 'A tiny shell (fr)', isMatch: true }],
        excerpt: [{ text: 'What it says of it.', isMatch: false }],
      },
    ],
  })
})

test.each([
  '/api/search',
  '/api/search?q=',
  '/api/search?q=%20',
  `/api/search?q=${'x'.repeat(101)}`,
  '/api/search?q=a&language=xx',
  // The owner has not turned it on.
  '/api/search?q=a&language=fr',
])('%s is refused without a question to the CMS', async (path) => {
  const { response, body } = await get(path)
  expect(response.status).toBe(400)
  expect(JSON.parse(body)).toMatchObject({ code: 'bad-request' })
  expect(site.cms.seen.filter(({ url }) => url.includes('/search?'))).toEqual([])
})

test('a search page is asked of Next with its question, kept by nobody; the status without any', async () => {
  const found = await get('/fr/search?q=tiny%20shell&page=2&utm=1')
  expect(found.body).toBe('next:/missing')
  const { response, body } = await get('/search?q=tiny%20shell&page=2&utm=1')
  expect(body).toBe('next:/search?language=en&q=tiny+shell&page=2')
  expect(response.headers.get('cache-control')).toBe('private, no-store')
  const status = await get('/status?q=x')
  expect(status.body).toBe('next:/status?language=en')
  expect(status.response.headers.get('cache-control')).toContain('must-revalidate')
})

test('a terminal can be alone in the window where there is a project', async () => {
  expect((await get('/demo/tiny-shell')).body).toBe('next:/demo/tiny-shell')
  expect((await get('/demo/unknown')).body).toBe('next:/missing')
})

test('the contact form is asked for anew each time, by the methods of a form', async () => {
  for (const method of ['GET', 'POST']) {
    const { body, response } = await get('/contact?place=sent', { method })
    expect(body).toBe('next:/contact?language=en&place=contact')
    expect(response.headers.get('cache-control')).toBe('private, no-store')
    expect(response.headers.has('etag')).toBe(false)
  }
  expect((await get('/contact/sent')).body).toBe('next:/contact?language=en&place=sent')
  expect((await get('/contact/sent', { method: 'POST' })).response.status).toBe(405)
  const { response } = await get('/contact', { method: 'PUT' })
  expect(response.headers.get('allow')).toBe('GET, HEAD, POST')
  expect((await get('/fr/contact')).body).toBe('next:/missing')
})
