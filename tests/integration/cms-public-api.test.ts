// What the public API says, to whom it does not matter: content as it is published, and nothing else.
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { Ajv2020 } from 'ajv/dist/2020.js'
import type { Payload } from 'payload'
import { outboxWorkerOf } from '../../cms/src/outbox/worker.ts'
import type { PublicApi } from '../../cms/src/public-api/api.ts'
import { openPublicApi } from '../../cms/src/public-api/instance.ts'
import { openApi } from '../../cms/src/public-api/open-api.ts'
import { servePublicApi } from '../../cms/src/public-api/serve.ts'
import { PASSWORD, startTestCms, type TestCms } from '../support/cms.ts'
import { eventually } from '../support/eventually.ts'
import { type FakeSite, startFakeSite } from '../support/fake-site.ts'
import { png } from '../support/files.ts'
import { layoutOf } from '../support/page-samples.ts'

let cms: TestCms
let site: FakeSite
let api: PublicApi
let server: Server
let base: string

beforeAll(async () => {
  site = await startFakeSite()
  cms = await startTestCms({ siteUrl: site.url })
  outboxWorkerOf(cms.payload).start()
  api = openPublicApi(cms.payload)
  server = createServer((request, response) => void servePublicApi(api, request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/public/v1`
})
afterAll(async () => {
  server?.closeAllConnections()
  server?.close()
  await cms?.stop()
  await site?.stop()
})
beforeEach(() => {
  site.received.length = 0
})

const get = (path: string, init: RequestInit = {}) => fetch(`${base}${path}`, init)
const json = async (path: string) => (await get(path)).json() as Promise<Record<string, unknown>>

type Data = Record<string, unknown>
type Collection = 'experiences' | 'pages' | 'projects' | 'technologies'
const create = (collection: Collection, data: Data) =>
  cms.payload.create({ collection, data: data as never, overrideAccess: true })

const project = (title: string, more: Data = {}) =>
  create('projects', {
    title,
    summary: 'It works.',
    kind: 'personal',
    _status: 'published',
    ...more,
  })

const update = (id: string, data: Data, more: { draft?: boolean } = {}) =>
  cms.payload.update({ collection: 'projects', id, data, overrideAccess: true, ...more })

/** The site has been told: from now on nobody may be given anything older. */
const told = (slug: string) =>
  eventually(`the site hears of ${slug}`, () =>
    site.received.some(({ body }) => body.slug === slug || body.previousSlug === slug),
  )

const slugsOf = ({ items }: Data) => (items as { slug: string }[]).map(({ slug }) => slug)

describe('a list', () => {
  beforeAll(async () => {
    const c = await create('technologies', { name: 'C', slug: 'c', category: 'language' })
    await project('Alpha', { order: 1, technologies: [c.id], featured: true })
    await project('Beta', { order: 2, kind: 'school', period: { start: '2020-01-01' } })
    await project('Gamma', { order: 3, period: { start: '2024-01-01' } })
    await create('projects', { title: 'Unfinished', kind: 'school', _status: 'draft' })
    await api.empty()
  })

  test('holds what is published, in its order, a page at a time', async () => {
    expect(slugsOf(await json('/projects'))).toEqual(['alpha', 'beta', 'gamma'])
    expect(await json('/projects?pageSize=2&page=2')).toMatchObject({
      items: [{ slug: 'gamma' }],
      page: 2,
      pageSize: 2,
      pages: 2,
      total: 3,
    })
    expect(slugsOf(await json('/projects?page=9'))).toEqual([])
  })

  test('is narrowed and sorted by what there is for it', async () => {
    expect(slugsOf(await json('/projects?technology=c'))).toEqual(['alpha'])
    expect(slugsOf(await json('/projects?technology=rust'))).toEqual([])
    expect(slugsOf(await json('/projects?kind=school'))).toEqual(['beta'])
    expect(slugsOf(await json('/projects?featured=true'))).toEqual(['alpha'])
    expect(slugsOf(await json('/projects?featured=false'))).toEqual(['beta', 'gamma'])
    expect(slugsOf(await json('/projects?sort=updated'))).toEqual(['gamma', 'beta', 'alpha'])
    expect((await json('/projects?sort=title&pageSize=1')).items).toMatchObject([
      { title: 'Alpha' },
    ])
  })
})

describe('nothing that is not public is told', () => {
  test('of drafts, of drafts over what is published, and of related drafts', async () => {
    const draft = await create('projects', { title: 'Hush', kind: 'school', _status: 'draft' })
    const { id } = await project('Known', { related: [draft.id], summary: 'Public words' })
    await update(id, { summary: 'Secret words' }, { draft: true })
    await told('known')
    expect((await get('/projects/hush')).status).toBe(404)
    const text = await (await get('/projects/known')).text()
    expect(text).toContain('Public words')
    expect(text).not.toMatch(/Secret|hush/i)
  })

  test('not even to somebody with an account', async () => {
    const { email } = await cms.account('owner')
    const { token } = await cms.payload.login({
      collection: 'users',
      data: { email, password: PASSWORD },
    })
    await create('projects', { title: 'Behind', kind: 'school', _status: 'draft' })
    const headers = { authorization: `JWT ${token}`, cookie: `payload-token=${token}` }
    expect((await get('/projects/behind', { headers })).status).toBe(404)
  })
})

describe('a position', () => {
  const position = (company: string, more: Data = {}) =>
    create('experiences', {
      company,
      role: 'Engineer',
      slug: company.toLowerCase(),
      period: { start: '2024-01-01' },
      _status: 'published',
      ...more,
    })

  test('leads to its published projects, and they to it, as long as it is shown', async () => {
    const { id } = await position('Acme')
    await project('At Acme', { experience: id })
    await project('Draft at Acme', { experience: id, _status: 'draft' })
    const binned = await project('Binned at Acme', { experience: id })
    await update(binned.id, { deletedAt: new Date().toISOString() })
    await position('Hidden', { active: false })
    await api.empty()
    expect(await json('/experiences/acme')).toMatchObject({
      company: 'Acme',
      period: { start: '2024-01-01', end: null },
      projects: [{ slug: 'at-acme', title: 'At Acme', summary: 'It works.' }],
    })
    expect(slugsOf(await json('/experiences'))).toEqual(['acme'])
    expect(slugsOf(await json('/projects?experience=acme'))).toEqual(['at-acme'])
    expect(await json('/projects/at-acme')).toMatchObject({ experience: { slug: 'acme' } })
    expect((await get('/projects/binned-at-acme')).status).toBe(404)
    expect((await get('/experiences/hidden')).status).toBe(404)

    site.received.length = 0
    await cms.payload.update({
      collection: 'experiences',
      id,
      data: { active: false, _status: 'published' },
      overrideAccess: true,
    })
    await told('acme')
    expect((await get('/experiences/acme')).status).toBe(404)
    expect(await json('/projects/at-acme')).toMatchObject({ experience: null })
    expect(slugsOf(await json('/projects?experience=acme'))).toEqual([])
  })

  test('is in the résumé, in its order, or with all that are shown', async () => {
    const [b, a] = [await position('Bee'), await position('Ant')]
    await create('experiences', {
      company: 'Unfinished',
      role: 'R',
      period: { start: '2024-01-01' },
      _status: 'draft',
    })
    await api.empty()
    const companies = async () =>
      ((await json('/resume')).experiences as Data[]).map(({ company }) => company)
    expect((await companies()).sort()).toEqual(['Ant', 'Bee'])
    site.received.length = 0
    await cms.payload.updateGlobal({
      slug: 'resume',
      data: { experiences: [b.id, a.id], languages: [{ language: 'Norwegian' }] },
      overrideAccess: true,
    })
    await eventually('the site hears of the résumé', () =>
      site.received.some(({ body }) => body.collection === 'resume'),
    )
    expect(await companies()).toEqual(['Bee', 'Ant'])
    expect(await json('/resume')).toMatchObject({
      languages: [{ language: 'Norwegian', fluency: null }],
    })
  })
})

test('where a moved project was is told, until it is gone', async () => {
  const { id } = await project('Wanderer')
  await update(id, { slug: 'settled', _status: 'published' })
  await told('settled')
  const to = { from: '/projects/wanderer', to: '/projects/settled', status: 308 }
  expect((await json('/redirects')).items).toContainEqual(to)
  site.received.length = 0
  await update(id, { _status: 'draft' })
  await told('settled')
  expect((await json('/redirects')).items).not.toContainEqual(to)
})

describe('a change shows as soon as the site has heard of it', () => {
  test('when something is published, changed, moved, unpublished and deleted', async () => {
    expect((await get('/projects/moving')).status).toBe(404)
    const { id } = await project('Moving', { summary: 'One' })
    await told('moving')
    expect(await json('/projects/moving')).toMatchObject({ summary: 'One' })

    site.received.length = 0
    await update(id, { summary: 'Two', _status: 'published' })
    await told('moving')
    expect(await json('/projects/moving')).toMatchObject({ summary: 'Two' })

    site.received.length = 0
    await update(id, { slug: 'moved', _status: 'published' })
    await told('moved')
    expect((await get('/projects/moving')).status).toBe(404)
    expect((await get('/projects/moved')).status).toBe(200)

    site.received.length = 0
    await update(id, { _status: 'draft' })
    await told('moved')
    expect((await get('/projects/moved')).status).toBe(404)
    expect(slugsOf(await json('/projects'))).not.toContain('moved')

    site.received.length = 0
    await update(id, { _status: 'published' })
    await told('moved')
    expect((await get('/projects/moved')).status).toBe(200)
    site.received.length = 0
    await cms.payload.delete({ collection: 'projects', id, overrideAccess: true })
    await told('moved')
    expect((await get('/projects/moved')).status).toBe(404)
  })

  test('also of what a project is made with, and of the site', async () => {
    const made = await create('technologies', { name: 'Zig', slug: 'zig', category: 'language' })
    await project('Made', { technologies: [made.id] })
    await told('made')
    expect(await json('/projects/made')).toMatchObject({ technologies: [{ name: 'Zig' }] })
    site.received.length = 0
    await cms.payload.update({
      collection: 'technologies',
      id: made.id,
      data: { name: 'Ziggy' },
      overrideAccess: true,
    })
    await told('zig')
    expect(await json('/projects/made')).toMatchObject({ technologies: [{ name: 'Ziggy' }] })
    expect(JSON.stringify(await json('/technologies'))).toContain('Ziggy')

    const name = 'Somebody'
    await cms.payload.updateGlobal({
      slug: 'site',
      data: { name, title: 'T', intro: 'I' },
      overrideAccess: true,
    })
    await eventually('the site hears of itself', () =>
      site.received.some(({ body }) => body.collection === 'site'),
    )
    expect(await json('/site')).toMatchObject({ name, title: 'T' })
  })
})

describe('the protocol', () => {
  beforeAll(async () => {
    await project('Protocol', { summary: 'words '.repeat(60), problem: 'more '.repeat(300) })
    await told('protocol')
  })

  test('an answer has a tag, and is not sent again to who has it', async () => {
    const first = await get('/projects/protocol')
    const etag = first.headers.get('etag') ?? ''
    expect(etag).toMatch(/^"[\w-]+"$/)
    expect(first.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate')
    expect(first.headers.get('vary')).toBe('accept-encoding')
    expect(first.headers.get('content-encoding')).toBe('gzip')
    const again = await get('/projects/protocol', { headers: { 'if-none-match': etag } })
    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag])
    await update(await idOf('protocol'), { summary: 'Other', _status: 'published' })
    await eventually('a new answer', async () => {
      const { status } = await get('/projects/protocol', { headers: { 'if-none-match': etag } })
      return status === 200
    })
  })

  test('HEAD has the head of GET, and no body', async () => {
    const [head, whole] = [await get('/projects', { method: 'HEAD' }), await get('/projects')]
    expect(await head.text()).toBe('')
    for (const name of ['etag', 'content-type', 'cache-control', 'vary']) {
      expect([name, head.headers.get(name)]).toEqual([name, whole.headers.get(name)])
    }
  })

  test('no page of another origin is invited', async () => {
    const headers = { origin: 'https://evil.example' }
    const answer = await get('/projects', { headers })
    const names = [...answer.headers.keys()]
    expect(names.filter((name) => name.startsWith('access-control-'))).toEqual([])
    expect((await get('/projects', { method: 'OPTIONS', headers })).status).toBe(405)
  })

  test.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])('%s is refused', async (method) => {
    const body = method === 'OPTIONS' ? {} : { body: '{}' }
    const answer = await get('/projects', { method, ...body })
    expect(answer.headers.get('allow')).toBe('GET, HEAD')
    expect([answer.status, ((await answer.json()) as Data).code]).toEqual([
      405,
      'method-not-allowed',
    ])
  })

  test.each([
    ['/projects?depth=3', 400, 'bad-request'],
    ['/projects?where[_status][equals]=draft', 400, 'bad-request'],
    ['/projects?draft=true', 400, 'bad-request'],
    ['/projects?page=1&page=2', 400, 'bad-request'],
    ['/projects?sort=-createdAt', 400, 'bad-request'],
    ["/projects?technology=c'--", 400, 'bad-request'],
    ['/projects/nowhere', 404, 'not-found'],
    ['/projects/', 404, 'not-found'],
    ['/projects/UPPER', 404, 'not-found'],
    ['/projects/a%2Fb', 404, 'not-found'],
    ["/projects/a'--", 404, 'not-found'],
    ['/projects/a%00', 404, 'not-found'],
    ['/projects/%ff', 404, 'not-found'],
    ['/users', 404, 'not-found'],
    ['/__proto__', 404, 'not-found'],
    ['/../../users', 404, 'not-found'],
    ['', 404, 'not-found'],
  ])('%s is answered with %i, as problem+json', async (path, status, code) => {
    const answer = await get(path)
    if (answer.url.startsWith(base)) {
      expect(answer.headers.get('content-type')).toBe('application/problem+json')
      expect(answer.headers.get('cache-control')).toBe('no-store')
    }
    expect([answer.status, ((await answer.json()) as Data).code]).toEqual([status, code])
  })
})

const idOf = async (slug: string) => {
  const { docs } = await cms.payload.find({
    collection: 'projects',
    where: { slug: { equals: slug } },
    overrideAccess: true,
  })
  return docs[0]!.id
}

test('a database that fails is one problem, not remembered, and told in no detail', async () => {
  const { find } = cms.payload
  cms.payload.find = (() => Promise.reject(new Error('password=hunter2'))) as Payload['find']
  try {
    const answer = await get('/projects?page=77')
    expect([answer.status, await answer.text()]).toEqual([
      500,
      expect.not.stringContaining('hunter'),
    ])
  } finally {
    cms.payload.find = find
  }
  expect((await get('/projects?page=77')).status).toBe(200)
})

describe('the description', () => {
  const description = openApi() as {
    paths: Record<
      string,
      { get: { responses: Record<string, { content?: Record<string, { schema: object }> }> } }
    >
    components: { schemas: object }
  }
  const ajv = new Ajv2020({ strict: false, validateFormats: false })

  const checkAnswer = async (name: string, path: string) => {
    const answer = await get(path)
    const responses = description.paths[name]!.get.responses
    const type = answer.headers.get('content-type')!.split(';')[0]!
    const { schema } = responses[answer.status]!.content![type]!
    const validate = ajv.compile({ ...schema, components: description.components })
    const isValid = validate(await answer.json())
    expect([path, answer.status, isValid, validate.errors]).toEqual([
      path,
      expect.any(Number),
      true,
      null,
    ])
  }

  test('is served', async () => {
    expect(await json('/openapi.json')).toEqual(description)
  })

  test('is kept to by every address, found or not', async () => {
    const cover = await cms.payload.create({
      collection: 'media',
      data: { alt: 'A dot' },
      file: await png('dot.png', 600, 300),
      overrideAccess: true,
    })
    await project('Whole', {
      cover: cover.id,
      galleries: [{ name: 'G', images: [{ media: cover.id, caption: 'C' }] }],
      features: [{ text: 'F', completion: 50 }],
      stats: [{ value: '1', label: 'L' }],
      links: { live: 'https://example.com' },
      installSteps: [{ title: 'S', command: 'make' }],
      related: [await idOf('alpha')],
      seo: { title: 'T', image: cover.id },
      score: 125,
      badges: [{ text: 'B', tone: 'info' }],
      impact: [{ label: 'Faster', value: '2×' }],
      diagrams: [{ kind: 'ascii', source: 'a -> b', textAlternative: 'a leads to b' }],
      walkthrough: [{ title: 'W', language: 'c', code: 'int a;' }],
      documents: [{ title: 'D', file: cover.id }],
      readme: '# Read',
    })
    await create('experiences', {
      company: 'Whole',
      role: 'R',
      slug: 'whole',
      period: { start: '2024-01-01', end: '2025-01-01' },
      stats: [{ value: '1', label: 'L' }],
      impact: [{ label: 'I' }],
      codeSamples: [{ title: 'W', language: 'c', code: 'int a;' }],
      documents: [{ title: 'D' }],
      _status: 'published',
    })
    const { id: technology } = await create('technologies', {
      name: 'Ada',
      slug: 'ada',
      category: 'language',
    })
    await create('pages', {
      title: 'Whole',
      layout: layoutOf({ media: cover.id, technology, project: await idOf('whole') }),
      _status: 'published',
    })
    await told('whole')
    for (const name of Object.keys(description.paths)) {
      const path = name.replace('{slug}', 'whole')
      await checkAnswer(name, path)
      await checkAnswer(name, name.replace('{slug}', 'nowhere'))
      await checkAnswer(name, `${path}?unknown=1`)
    }
  })
})
