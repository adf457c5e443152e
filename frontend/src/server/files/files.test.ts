import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { JSDOM } from 'jsdom'
import { forgetAll } from '../../cms/memories.ts'
import { siteEnv } from '../../env.ts'
import { LIMITS } from '../../limits.ts'
import { knownOf } from '../../testing/known.ts'
import { type SiteServer, startSiteServer } from '../../testing/site-server.ts'
import { createSiteHandler } from '../handler.ts'
import { pageChanges } from '../page-changes.ts'
import { sitemapXml } from './sitemap.ts'

let site: SiteServer

beforeAll(async () => {
  // As the site's process is started.
  process.chdir(join(import.meta.dirname, '../../..'))
  site = await startSiteServer((cms) => {
    Object.assign(cms.content.site, { languages: ['en', 'fr'] })
    return createSiteHandler({ env: siteEnv(), isDev: false })
  })
})
afterAll(() => site.close())
beforeEach(() => {
  site.cms.fault = undefined
  site.cms.seen.length = 0
})

const get = async (path: string, headers: Record<string, string> = {}) => {
  const response = await fetch(`${site.base}${path}`, { headers })
  return { response, type: response.headers.get('content-type'), body: await response.text() }
}

/** @throws when it is not well formed */
const xml = (text: string) => {
  const { DOMParser } = new JSDOM('').window
  const document = new DOMParser().parseFromString(text, 'application/xml')
  if (document.querySelector('parsererror'))
    throw new Error(document.documentElement.textContent ?? '')
  return document
}
const texts = (document: Document, selector: string) =>
  Array.from(document.querySelectorAll(selector), ({ textContent }) => textContent)

const change = () => {
  forgetAll()
  pageChanges().count += 1
}

test('the feeds tell of projects, the newest first, each at its address', async () => {
  const rss = await get('/feed.xml')
  expect(rss.type).toBe('application/rss+xml; charset=utf-8')
  const items = texts(xml(rss.body), 'item > link')
  expect(items.slice(0, 2)).toEqual([
    'https://site.example/projects/tiny-shell',
    'https://site.example/projects/philosophers',
  ])
  const atom = xml((await get('/atom.xml')).body)
  expect(texts(atom, 'entry > id')).toEqual(items)
  expect(atom.querySelector('feed > link[rel="self"]')?.getAttribute('href')).toBe(
    'https://site.example/atom.xml',
  )
  const { type, body } = await get('/feed.json')
  expect(type).toBe('application/feed+json; charset=utf-8')
  const json = JSON.parse(body)
  expect(json).toMatchObject({
    version: 'https://jsonfeed.org/version/1.1',
    language: 'en',
    home_page_url: 'https://site.example/',
    feed_url: 'https://site.example/feed.json',
    authors: [{ name: 'Noor Halden' }],
  })
  for (const item of json.items) {
    expect(item).toMatchObject({ id: expect.any(String), content_text: expect.any(String) })
  }
})

test('feeds name technologies as they are written', async () => {
  const [project] = site.cms.content.projects as { technologies?: object[] }[]
  const before = project?.technologies
  const name = 'C<x> & "y"'
  Object.assign(project ?? {}, { technologies: [{ name, slug: 'c-x' }] })
  change()
  const atom = xml((await get('/atom.xml')).body)
  const rss = xml((await get('/feed.xml')).body)
  const json = JSON.parse((await get('/feed.json')).body)
  Object.assign(project ?? {}, { technologies: before })
  change()
  for (const attribute of ['label', 'term']) {
    expect(atom.querySelector(`entry > category[label*="<"]`)?.getAttribute(attribute)).toBe(name)
  }
  expect(texts(rss, 'item > category')).toContain(name)
  expect(json.items.flatMap(({ tags = [] }) => tags)).toContain(name)
})

test('a language has feeds of its own, and one that the site does not have has none', async () => {
  const { body } = await get('/fr/feed.xml')
  expect(xml(body).querySelector('channel > language')?.textContent).toBe('fr')
  expect(texts(xml(body), 'item > link')[0]).toBe('https://site.example/fr/projects/tiny-shell')
  expect(texts(xml(body), 'item > title')[0]).toBe('A tiny shell (fr)')
  for (const path of ['/de/feed.xml', '/en/feed.xml', '/fr/fr/feed.xml', '/feed.xml/']) {
    expect((await get(path)).body).toMatch(/^next:/)
  }
})

test('what a project is called can neither break a feed nor put markup into a reader', async () => {
  const before = site.cms.content.projects
  site.cms.content.projects = [
    { ...before[0], slug: 'evil', title: 'a ]]> <b>&\u0007', summary: '<script>&amp;]]>' } as never,
  ]
  change()
  const rss = xml((await get('/feed.xml')).body)
  expect(texts(rss, 'item > title')).toEqual(['a ]]&gt; &lt;b&gt;&amp;'])
  expect(texts(rss, 'item > description')).toEqual(['&lt;script&gt;&amp;amp;]]&gt;'])
  const [item] = JSON.parse((await get('/feed.json')).body).items
  expect(item).toMatchObject({ title: 'a ]]> <b>&', content_text: '<script>&amp;]]>' })
  site.cms.content.projects = before
  change()
})

test('every page has its Markdown, and one that is not there costs the CMS nothing', async () => {
  const { type, body } = await get('/projects/philosophers.md')
  expect(type).toBe('text/markdown; charset=utf-8')
  expect(body).toMatch(/^# Dining philosophers\n/)
  expect((await get('/index.md')).body).toMatch(/^# Noor Halden\n/)
  expect((await get('/uses.md')).body).toContain('A keyboard and a kettle.')
  expect((await get('/experiences/harbour-office.md')).body).toContain('Forty clocks')
  expect((await get('/fr/resume.md')).body).toContain('## Formation')
  await get('/projects/unknown.md')
  site.cms.seen.length = 0
  for (let index = 0; index < 50; index += 1) {
    expect((await get(`/projects/unknown-${index}.md`)).body).toBe('next:/missing')
    expect((await get(`/wp-${index}.xml`)).body).toBe('next:/missing')
  }
  expect(site.cms.seen).toEqual([])
})

test('a file that the CMS turns out to have nothing for is asked of it once until something changes', async () => {
  site.cms.content.projects.push({
    ...site.cms.content.projects[0],
    slug: 'still',
    demo: null,
  } as never)
  change()
  for (const path of ['/demo/still.md', '/og/demo/still.png']) {
    await get(path)
    site.cms.seen.length = 0
    for (let index = 0; index < 5; index += 1) {
      expect((await get(path)).body).toMatch(/^next:/)
    }
    expect(site.cms.seen).toEqual([])
    change()
    await get(path)
    expect(site.cms.seen.some(({ url }) => url.includes('/projects/still'))).toBe(true)
  }
  site.cms.content.projects.pop()
  change()
})

test('pages that are made of nothing in the CMS have no files, and cost it no question', async () => {
  await get('/index.md')
  await get('/nope.md')
  site.cms.seen.length = 0
  for (const page of ['search', 'status', 'contact', 'contact/sent']) {
    expect((await get(`/${page}.md`)).body).toMatch(/^next:/)
  }
  // What one writes on is to be found, and has a picture.
  for (const page of ['search', 'status', 'contact/sent']) {
    expect((await get(`/og/${page}.png`)).body).toMatch(/^next:/)
  }
  expect(site.cms.seen).toEqual([])
})

test('a page that is taken back takes its kept files with it, whether or not a webhook tells', async () => {
  const before = site.cms.content.projects
  expect((await get('/projects/tiny-shell.md')).type).toContain('text/markdown')
  site.cms.content.projects = before.filter(({ slug }) => slug !== 'tiny-shell')
  forgetAll()
  expect((await get('/projects/tiny-shell.md')).body).toMatch(/^next:/)
  site.cms.content.projects = before
  change()
})

test('llms.txt has a name, a summary and links to Markdown that are there', async () => {
  const { type, body } = await get('/llms.txt')
  expect(type).toBe('text/plain; charset=utf-8')
  const [name, , summary] = body.split('\n')
  expect(name).toBe('# Noor Halden')
  expect(summary).toMatch(/^> I write small programs/)
  expect(body.match(/^## .+$/gm)).toEqual([
    '## Projects',
    '## Experience',
    '## Pages',
    '## Optional',
  ])
  const links = Array.from(
    body.matchAll(/\]\(https:\/\/site\.example(\/[^)]+)\)/g),
    ([, path]) => path,
  )
  expect(links).toContain('/projects/philosophers.md')
  expect(links).toContain('/uses.md')
  for (const path of links) expect((await get(path ?? '')).response.status).toBe(200)
})

test('a file is made once, told unchanged to who has it, and made anew after a change', async () => {
  change()
  const first = await get('/atom.xml')
  const asked = site.cms.seen.length
  const etag = first.response.headers.get('etag') ?? ''
  expect((await get('/atom.xml', { 'if-none-match': etag })).response.status).toBe(304)
  expect(site.cms.seen).toHaveLength(asked)
  change()
  expect((await get('/atom.xml')).response.headers.get('etag')).toBe(etag)
  expect(site.cms.seen.length).toBeGreaterThan(asked)
})

test('while the CMS is away the last good file is given; one that never was is asked for later', async () => {
  change()
  const { body } = await get('/feed.xml')
  site.cms.fault = 'broken'
  change()
  expect((await get('/feed.xml')).body).toBe(body)
  const { response } = await get('/projects/kind/school.md')
  expect(response.status).toBe(503)
  expect(response.headers.get('retry-after')).toBe(String(LIMITS.retryAfterS))
  site.cms.fault = undefined
  change()
})

test('a page has a picture for link previews; one that cannot be drawn now is the site’s own, and not kept', async () => {
  const page = await (await fetch(`${site.base}/og/projects/philosophers.png?v=x`)).arrayBuffer()
  expect(Buffer.from(page).subarray(1, 4).toString()).toBe('PNG')
  const cached = await get('/og/fr/index.png')
  expect(cached.type).toBe('image/png')
  expect(cached.response.headers.get('cache-control')).toContain('max-age=86400')
  for (const path of [
    '/og/projects/nobody.png',
    '/og/de/index.png',
    '/fr/og/index.png',
    '/og/.png',
  ]) {
    expect((await get(path)).body).toMatch(/^next:/)
  }
  site.cms.fault = 'broken'
  const makeshift = await get('/og/projects/tiny-shell.png')
  expect([makeshift.type, makeshift.response.headers.get('cache-control')]).toEqual([
    'image/png',
    'no-store',
  ])
  site.cms.fault = undefined
  const drawn = await get('/og/projects/tiny-shell.png')
  expect(drawn.response.headers.get('etag')).not.toBe(makeshift.response.headers.get('etag'))
})

const slugs = (count: number) => Array.from({ length: count }, (_, index) => `project-${index}`)
const SITE = 'https://site.example'

test('a page in two languages is in the sitemap twice, and each names both', async () => {
  const urls = xml((await get('/sitemap.xml')).body)
  const locations = texts(urls, 'loc')
  expect(locations).toContain('https://site.example/fr/projects/tiny-shell')
  expect(new Set(locations).size).toBe(locations.length)
  const [first] = urls.querySelectorAll('url')
  const alternates = Array.from(first?.getElementsByTagName('xhtml:link') ?? [], (each) => [
    each.getAttribute('hreflang'),
    each.getAttribute('href'),
  ])
  expect(alternates).toEqual([
    ['en', 'https://site.example/'],
    ['fr', 'https://site.example/fr'],
    ['x-default', 'https://site.example/'],
  ])
})

test('ten thousand projects in two languages are one sitemap', () => {
  const known = knownOf({ projects: slugs(10_000) }, { languages: ['en', 'fr'] })
  const all = sitemapXml({ siteUrl: SITE, known })
  expect(all?.match(/<url>/g)).toHaveLength(20_008)
  expect(Buffer.byteLength(all ?? '')).toBeLessThan(LIMITS.sitemap.maxBytes)
})

test.each([
  ['many', { maxUrls: 10, maxBytes: 1e6 }],
  ['heavy', { maxUrls: 1e6, maxBytes: 1000 }],
])(
  'a sitemap of too %s addresses is an index of several, which hold each of them once',
  (_, bounds) => {
    const known = knownOf({ projects: slugs(40) })
    const index = xml(sitemapXml({ siteUrl: SITE, known }, { bounds }) ?? '')
    const parts = texts(index, 'sitemap > loc')
    expect(parts.length).toBeGreaterThan(2)
    const locations = parts.flatMap((part, at) => {
      expect(part).toBe(`${SITE}/sitemap-${at + 1}.xml`)
      return texts(
        xml(sitemapXml({ siteUrl: SITE, known }, { number: at + 1, bounds }) ?? ''),
        'loc',
      )
    })
    expect(locations).toHaveLength(44)
    expect(new Set(locations).size).toBe(44)
    expect(sitemapXml({ siteUrl: SITE, known }, { number: parts.length + 1, bounds })).toBe(null)
  },
)

test('parts of a sitemap that are not there are told so without building it again', () => {
  let walks = 0
  class Counted extends Map<string, null> {
    override [Symbol.iterator]() {
      walks += 1
      return super[Symbol.iterator]()
    }
  }
  const known = knownOf({}, { projects: new Counted(slugs(40).map((slug) => [slug, null])) })
  const bounds = { maxUrls: 30, maxBytes: 1e6 }
  for (let number = 3; number < 50; number += 1) {
    expect(sitemapXml({ siteUrl: SITE, known }, { number, bounds })).toBe(null)
  }
  expect(walks).toBe(1)
  expect(sitemapXml({ siteUrl: SITE, known }, { number: 2, bounds })).toContain('<loc>')
})
