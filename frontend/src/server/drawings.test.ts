import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { forgetAll } from '../cms/memories.ts'
import { projectSchema } from '../cms/shapes/project.ts'
import { drawingPath } from '../drawing-path.ts'
import { readingDraft, setDrawingAside } from '../drawings.ts'
import { siteEnv } from '../env.ts'
import { LIMITS } from '../limits.ts'
import { CONTENT } from '../testing/content.ts'
import { forgetDrawings } from '../testing/drawings.ts'
import { type SiteServer, startSiteServer } from '../testing/site-server.ts'
import { createSiteHandler } from './handler.ts'
import { beginChange } from './replicas/shared.ts'

let site: SiteServer

let handle: ReturnType<typeof createSiteHandler>

beforeAll(async () => {
  site = await startSiteServer(() => (request, response) => handle(request, response))
})
afterAll(() => site.close())
/** A process that has just begun and has seen no page. */
beforeEach(() => {
  handle = createSiteHandler({ env: siteEnv(), isDev: false })
  forgetDrawings()
  forgetAll()
  site.cms.seen.length = 0
  site.cms.content.projects = CONTENT.projects
})

const PAGE = '/projects/philosophers'
const drawing = () => {
  const { light } = projectSchema.parse(CONTENT.projects[0]).diagrams[0] ?? {}
  forgetDrawings()
  return drawingPath(PAGE, light?.name ?? '')
}
const asked = () => site.cms.seen.filter(({ url }) => url.includes('/projects/')).length

test('a drawing that this process never saw is got with its page, with a policy that lets it be painted only', async () => {
  const path = drawing()
  const response = await fetch(site.base + path)
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe('image/svg+xml')
  expect(response.headers.get('content-security-policy')).toBe(
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'; sandbox",
  )
  expect(response.headers.get('cache-control')).toContain('immutable')
  expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  expect(response.headers.get('content-encoding')).not.toBeNull()
  expect(await response.text()).toMatch(/^<svg/)
  await fetch(site.base + path)
  expect(asked()).toBe(1)
})

test('a drawing comes in plain to those who want it so, and HEAD is its head', async () => {
  const path = drawing()
  const response = await fetch(site.base + path, { headers: { 'accept-encoding': 'identity' } })
  expect(response.headers.get('content-encoding')).toBeNull()
  const length = Number(response.headers.get('content-length'))
  expect((await response.text()).length).toBe(length)
  const head = await fetch(site.base + path, { method: 'HEAD' })
  expect([head.status, await head.text()]).toEqual([200, ''])
})

test('any number of names that no drawing has costs the CMS one question, and pages that are not there none', async () => {
  for (let index = 0; index < 50; index += 1) {
    const name = index.toString(16).padStart(32, '0')
    expect((await fetch(site.base + drawingPath(PAGE, name))).status).toBe(404)
    expect((await fetch(site.base + drawingPath(`/projects/no-${index}`, name))).status).toBe(404)
  }
  expect(asked()).toBe(1)
})

test('no other address under it is a drawing, and none takes anything in', async () => {
  expect((await fetch(`${site.base}/diagrams/x.svg`)).status).toBe(404)
  expect((await fetch(site.base + drawing(), { method: 'POST' })).status).toBe(405)
})

test('while the CMS gives no page, the answer says to come back', async () => {
  const path = drawing()
  site.cms.content.projects = [{ slug: 'philosophers' }]
  const response = await fetch(site.base + path)
  expect(response.status).toBe(503)
  expect(response.headers.get('retry-after')).toBe('10')
})

test('who has a drawing is told the policy of drawings again, not that of pages', async () => {
  const path = drawing()
  const first = await fetch(site.base + path)
  const etag = first.headers.get('etag') ?? ''
  const again = await fetch(site.base + path, { headers: { 'if-none-match': etag } })
  expect(again.status).toBe(304)
  for (const name of ['content-security-policy', 'cache-control']) {
    expect(again.headers.get(name)).toBe(first.headers.get(name))
  }
})

test('a page that is taken back takes its drawings with it', async () => {
  const path = drawing()
  expect((await fetch(site.base + path)).status).toBe(200)
  const { content } = site.cms
  content.projects = content.projects.filter(({ slug }) => slug !== 'philosophers')
  forgetAll()
  expect((await fetch(site.base + path)).status).toBe(404)
})

/** What the webhook does first. */
const newsOfChange = async () => {
  forgetAll()
  await beginChange()
}
const OTHER = '/projects/other'
const under = (page: string, path: string) => path.replace(PAGE, page)

test('a drawing of what was taken back is at no other page’s address either', async () => {
  const path = drawing()
  const { projects } = site.cms.content
  const other = { ...projects[0], slug: 'other', diagrams: [], body: [] }
  site.cms.content.projects = [...projects, other]
  forgetAll()
  expect((await fetch(site.base + path)).status).toBe(200)
  expect((await fetch(site.base + under(OTHER, path))).status).toBe(200)
  site.cms.content.projects = site.cms.content.projects.filter(({ slug }) => slug === 'other')
  await newsOfChange()
  const statuses = [path, under(OTHER, path)].map(
    async (at) => (await fetch(site.base + at)).status,
  )
  expect(await Promise.all(statuses)).toEqual([404, 404])
})

test('after a change, drawings that are still shown are got again once, and while the CMS is away they stay', async () => {
  const path = drawing()
  await fetch(site.base + path)
  await newsOfChange()
  expect((await fetch(site.base + path)).status).toBe(200)
  expect((await fetch(site.base + path)).status).toBe(200)
  expect(asked()).toBe(2)
  await newsOfChange()
  site.cms.content.projects = [{ slug: 'philosophers' }]
  expect((await fetch(site.base + path)).status).toBe(200)
})

test('a drawing of a draft is at the address of previews only, and kept by nobody', async () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0H9"/></svg>'
  const { name } = readingDraft(() => setDrawingAside(svg))
  expect((await fetch(site.base + drawingPath(PAGE, name))).status).toBe(404)
  const response = await fetch(site.base + drawingPath('/preview', name))
  expect([response.status, await response.text()]).toEqual([200, svg])
  expect(response.headers.get('cache-control')).toBe('private, no-store')
  const old = readingDraft(() => setDrawingAside(svg, () => Date.now() - LIMITS.draftDrawingMs))
  expect((await fetch(site.base + drawingPath('/preview', old.name))).status).toBe(404)
})
