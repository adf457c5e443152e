// What the public API says, to whom it does not matter: content as it is published, and nothing else.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { openApi } from '../../cms/src/public-api/open-api.ts'
import { PASSWORD } from '../support/cms.ts'
import { eventually } from '../support/eventually.ts'
import { png } from '../support/files.ts'
import { layoutOf } from '../support/page-samples.ts'
import {
  api,
  base,
  cms,
  create,
  type Data,
  get,
  json,
  project,
  site,
  slugsOf,
  startApi,
  stopApi,
  told,
  update,
} from '../support/public-api.ts'

beforeAll(startApi)
afterAll(stopApi)
beforeEach(() => {
  site.received.length = 0
})

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
    expect(await json('/site')).toMatchObject({ name, title: 'T', countViews: true })
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
  await api.empty()
  const { db } = cms.payload
  const { find } = db
  db.find = () => Promise.reject(new Error('password=hunter2'))
  try {
    const answer = await get('/projects?page=77')
    expect([answer.status, await answer.text()]).toEqual([
      500,
      expect.not.stringContaining('hunter'),
    ])
  } finally {
    db.find = find
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
