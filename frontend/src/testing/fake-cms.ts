// A CMS of a few dozen lines: answers the questions that the site asks, and counts them.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createCmsHealth, useCmsHealth } from '../cms/health.ts'
import { CONTENT } from './content.ts'
import { answerFakeContact, createFakeContact, type FakeContact } from './fake-contact.ts'
import { inFrench } from './in-french.ts'
import { JSON_RESUME } from './resume-content.ts'
import { ENTRIES, FILES } from './source-content.ts'

export type SeenRequest = { method: string; url: string; headers: IncomingMessage['headers'] }

type Slugged = { slug: string; updatedAt?: string }

export type FakeCms = {
  url: string
  seen: SeenRequest[]
  /** What a site in the same process says of it in its log. */
  said: string[]
  content: {
    site: object
    projects: Slugged[]
    experiences: Slugged[]
    pages: Slugged[]
    technologies: object[]
    resume: object
    redirects: { from: string; to: string; status: number }[]
    status: object
    /** Answered with 404 while it is null, as without an account on GitHub. */
    activity: object | null
  }
  /** Slugs of the projects whose source can be read; it is the same of all. */
  sources: string[]
  contact: FakeContact
  /** What is wrong with it, if anything: it is slow for as long as it has not been put right. */
  fault: 'broken' | 'slow' | 'wrong' | undefined
  close: () => Promise<void>
}

const ID = '00000000-0000-4000-8000-000000000000'
/** For the one draft there is. It looks as those of the CMS do, without which our own server would not ask. */
export const PREVIEW_TOKEN = `projects.${ID}.${ID}.zzzz.${'s'.repeat(43)}`
export const PREVIEW_EXPIRES_AT = '2026-01-02T03:04:05.000Z'

const HUES: Record<string, number> = { dinner: 24, shell: 200, 'chart-a': 150, 'chart-b': 280 }

const picture = (file: string) => {
  const hue = HUES[file.replace(/(?:-\d+)?\.svg$/, '')] ?? 40
  const bars = Array.from({ length: 9 }, (_, row) => {
    const x = (row * 137) % 700
    return `<rect x="${200 + x}" y="${120 + row * 85}" width="${300 + ((row * 71) % 400)}" height="48" fill="hsl(${hue} 45% ${30 + row * 5}%)"/>`
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1600 1000"><rect width="1600" height="1000" fill="hsl(${hue} 25% 16%)"/>${bars.join('')}</svg>`
}

const json = (response: ServerResponse, body: unknown, status = 200) => {
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(JSON.stringify(body))
}

const API = '/api/public/v1/'
const MISSING = { code: 'not-found' }

/** A page of a list, as the API cuts it. */
const cut = (items: object[], query: URLSearchParams) => {
  const page = Number(query.get('page') ?? 1)
  const pageSize = Number(query.get('pageSize') ?? 20)
  const pages = Math.max(1, Math.ceil(items.length / pageSize))
  const shown = items.slice((page - 1) * pageSize, page * pageSize)
  return { items: shown, page, pageSize, pages, total: items.length }
}

type Listed = Slugged & { kind?: string; technologies?: { slug: string }[] }

const narrowed = (projects: readonly Listed[], query: URLSearchParams): Listed[] => {
  const [kind, technology] = [query.get('kind'), query.get('technology')]
  return projects.filter(
    (project) =>
      (kind === null || project.kind === kind) &&
      (technology === null || project.technologies?.some(({ slug }) => slug === technology)),
  )
}

/** Documents whose title has the question in it. */
const foundIn = ({ projects, pages }: FakeCms['content'], q: string) => {
  const of = (collection: string, all: readonly (Slugged & { title?: string })[]) =>
    all
      .filter(({ title }) => title?.toLowerCase().includes(q.toLowerCase()))
      .map(({ slug, title = '' }) => ({
        collection,
        slug,
        title,
        titlePieces: [{ text: title, isMatch: true }],
        excerpt: [{ text: 'What it says of it.', isMatch: false }],
      }))
  return [...of('projects', projects), ...of('pages', pages)]
}

const answerSource = (response: ServerResponse, title: string | undefined, url: URL) => {
  if (title === undefined) return json(response, MISSING, 404)
  if (!url.pathname.endsWith('/file')) {
    return json(response, { title, entries: ENTRIES, others: 0, unpackedBytes: 1 })
  }
  const path = url.searchParams.get('path') ?? ''
  const text = Object.hasOwn(FILES, path) ? FILES[path] : null
  return typeof text === 'string' ? json(response, { path, text }) : json(response, MISSING, 404)
}

type ApiContent = FakeCms['content'] & { sources: string[] }

/** `content`: in the language that was asked for. */
const answerApi = (response: ServerResponse, content: ApiContent, url: URL) => {
  const [what = '', slug, part] = url.pathname.slice(API.length).split('/')
  const lists = {
    projects: narrowed(content.projects, url.searchParams),
    experiences: content.experiences,
    pages: content.pages,
    technologies: content.technologies,
    redirects: content.redirects,
  }
  if (what === 'site') return json(response, content.site)
  if (what === 'activity' && content.activity) return json(response, content.activity)
  if (what === 'resume') return json(response, content.resume)
  if (what === 'slugs') {
    const of = (all: Slugged[]) =>
      all.map(({ slug: name, updatedAt = null }) => ({ slug: name, updatedAt }))
    const { projects, experiences, pages, sources } = content
    const all = { projects: of(projects), experiences: of(experiences), pages: of(pages) }
    return json(response, { ...all, sources })
  }
  if (what === 'search') {
    const items = foundIn(content, url.searchParams.get('q') ?? '')
    return json(response, { items, page: 1, pageSize: 10, pages: 1, total: items.length })
  }
  if (!Object.hasOwn(lists, what)) return json(response, MISSING, 404)
  const items = lists[what as keyof typeof lists]
  if (slug === undefined) {
    const isPaged = what === 'projects' || what === 'pages'
    return json(response, isPaged ? cut(items, url.searchParams) : { items })
  }
  const found = items.find((item) => 'slug' in item && item.slug === slug)
  if (what === 'projects' && part === 'source') {
    const { title } = (content.sources.includes(slug) ? (found ?? {}) : {}) as { title?: string }
    return answerSource(response, title, url)
  }
  if (what === 'projects' && found) {
    return json(response, { ...found, hasSource: content.sources.includes(slug) })
  }
  return found ? json(response, found) : json(response, MISSING, 404)
}

const answer = async (
  request: IncomingMessage,
  response: ServerResponse,
  { content: all, contact, sources }: FakeCms,
) => {
  const url = new URL(request.url ?? '/', 'http://cms')
  const { pathname, searchParams } = url
  const isFrench = searchParams.get('locale') === 'fr'
  const inLanguage = <Content>(value: Content) => (isFrench ? inFrench(value) : value)
  const content = inLanguage(all)
  if (pathname.startsWith(API)) return answerApi(response, { ...content, sources }, url)
  if (pathname === '/api/globals/resume/json') return json(response, inLanguage(JSON_RESUME))
  if (pathname === '/api/status') return json(response, content.status)
  if (pathname === '/api/contact') return answerFakeContact(request, response, contact)
  if (pathname === '/api/preview-draft') {
    const token = request.headers['x-preview-token']
    if (token === 'expired') return json(response, { code: 'preview-expired' }, 410)
    if (token === 'resume') {
      const education = [{ institution: null, area: null, courses: [], period: null }]
      const document = { ...content.resume, summary: 'Only a draft.', education }
      return json(response, { collection: 'resume', expiresAt: PREVIEW_EXPIRES_AT, document })
    }
    if (token !== PREVIEW_TOKEN) return json(response, { code: 'preview-unknown' }, 403)
    const summary = inLanguage({ summary: 'Only a draft.' })
    const document = { ...content.projects[0], title: '', ...summary }
    return json(response, { collection: 'projects', expiresAt: PREVIEW_EXPIRES_AT, document })
  }
  if (pathname.startsWith('/api/media/file/')) {
    const file = pathname.slice('/api/media/file/'.length)
    const isPicture = file.endsWith('.svg')
    response.writeHead(200, { 'content-type': isPicture ? 'image/svg+xml' : 'text/html' })
    return response.end(isPicture ? picture(file) : '<script>alert(1)</script>')
  }
  const [, language] = /^\/api\/media\/[0-9a-f-]{36}\/captions\/(\w+)$/.exec(pathname) ?? []
  if (language) {
    response.writeHead(200, { 'content-type': language === 'en' ? 'text/vtt' : 'text/html' })
    return response.end('WEBVTT\n\n00:01.000 --> 00:02.000\nThe chart grows.\n')
  }
  if (pathname === '/api/terminal/tickets') {
    const chunks: Buffer[] = []
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk)
    return json(response, { echo: Buffer.concat(chunks).toString() }, 201)
  }
  if (pathname === '/api/terminal/moments') {
    response.writeHead(204)
    return response.end()
  }
  return json(response, { errors: [{ message: 'Not found' }] }, 404)
}

/** Listens on a free port of this machine, or on `port`. */
export const startFakeCms = async (port = 0): Promise<FakeCms> => {
  const seen: SeenRequest[] = []
  const said: string[] = []
  useCmsHealth(createCmsHealth({ log: (line) => said.push(line) }))
  const content: FakeCms['content'] = { ...structuredClone(CONTENT), redirects: [], activity: null }
  const cms: FakeCms = {
    url: '',
    seen,
    said,
    content,
    sources: ['philosophers'],
    contact: createFakeContact(),
    fault: undefined,
    close: async () => undefined,
  }
  const server: Server = createServer((request, response) => {
    seen.push({ method: request.method ?? '', url: request.url ?? '', headers: request.headers })
    switch (cms.fault) {
      case 'broken':
        return json(response, { code: 'internal' }, 500)
      case 'wrong':
        return json(response, { items: 'many', projects: null })
      case 'slow':
        return
      default:
        void answer(request, response, cms)
    }
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const { port: actual } = server.address() as AddressInfo
  const close = async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
  cms.url = `http://127.0.0.1:${actual}`
  cms.close = close
  return cms
}
