// What the public API says of all that is published at once, and of what surrounds a project: neighbours and its demo.
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import type { TerminalRecording } from '../../cms/src/payload-types.ts'
import { eventually } from '../support/eventually.ts'
import { tarGz } from '../support/files.ts'
import {
  api,
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

beforeAll(async () => {
  await startApi()
  const c = await create('technologies', { name: 'C', slug: 'c', category: 'language' })
  await create('technologies', { name: 'Zig', slug: 'zig', category: 'language' })
  const technologies = [c.id]
  await project('Later', { technologies })
  await project('Second', { order: 2, technologies })
  await project('First', { order: 1 })
  await project('Also later')
  await create('projects', { title: 'Draft', kind: 'school', technologies, _status: 'draft' })
  const binned = await project('Binned', { technologies })
  await update(binned.id, { deletedAt: new Date().toISOString() })
  for (const [company, more] of [
    ['Unnumbered', {}],
    ['Numbered', { order: 7 }],
    ['Newer', { period: { start: '2025-01-01' } }],
    ['Hidden', { active: false }],
    ['Unpublished', { _status: 'draft' }],
  ] as const) {
    await create('experiences', {
      company,
      role: 'Engineer',
      slug: company.toLowerCase(),
      period: { start: '2020-01-01' },
      _status: 'published',
      ...more,
    })
  }
  const layout = [{ blockType: 'hero', title: 'Hello' }]
  await create('pages', { title: 'Uses', layout, _status: 'published' })
  await create('pages', { title: 'Draft page', layout, _status: 'draft' })
  await api.empty()
})
afterAll(stopApi)
beforeEach(() => {
  site.received.length = 0
})

test('everything published is listed by its address, and what has no number comes last', async () => {
  const slugs = await json('/slugs')
  const of = (collection: string) => slugsOf({ items: slugs[collection] })
  expect(of('projects')).toEqual(['first', 'second', 'also-later', 'later'])
  expect(of('experiences')).toEqual(['numbered', 'newer', 'unnumbered'])
  expect(of('pages')).toEqual(['uses'])
  expect(slugsOf(await json('/projects'))).toEqual(of('projects'))
  expect(slugsOf(await json('/experiences'))).toEqual(of('experiences'))
  const [first] = slugs.projects as Data[]
  expect(first).toEqual({ slug: 'first', updatedAt: (await json('/projects/first')).updatedAt })
})

test('a project leads to the ones before and after it, and follows when one of them goes', async () => {
  const around = async (slug: string) => {
    const { previous, next } = await json(`/projects/${slug}`)
    return [previous, next].map((link) => (link as Data | null)?.slug ?? null)
  }
  expect(await around('first')).toEqual([null, 'second'])
  expect(await around('second')).toEqual(['first', 'also-later'])
  expect(await around('later')).toEqual(['also-later', null])
  const last = await project('Very last', { order: 99 })
  await told('very-last')
  expect(await around('second')).toEqual(['first', 'very-last'])
  site.received.length = 0
  await update(last.id, { _status: 'draft' })
  await told('very-last')
  expect(await around('second')).toEqual(['first', 'also-later'])
})

test('whatever strangers ask for that is not there, the database is not asked, and nothing kept is lost', async () => {
  const kept = ['/projects/first', '/projects', '/pages/uses', '/experiences/newer', '/slugs']
  const all = ['/projects?technology=c', '/projects?sort=title', '/pages', ...kept]
  for (const path of all) expect((await get(path)).status).toBe(200)
  const { db } = cms.payload
  const { find } = db
  const reads: unknown[] = []
  db.find = ((options: Parameters<typeof find>[0]) => {
    reads.push(options.collection)
    return find.call(db, options)
  }) as typeof find
  try {
    for (let index = 0; index < 50; index += 1) {
      for (const path of ['projects', 'pages', 'experiences']) {
        expect((await get(`/${path}/nothing-${index}`)).status).toBe(404)
      }
      const more = `page=${index + 2}&pageSize=${index + 1}`
      for (const query of [
        'technology=nothing',
        'technology=c',
        'experience=nothing',
        'sort=title',
      ]) {
        expect((await get(`/projects?${query}-${index}&${more}`)).status).toBeLessThan(500)
        expect((await get(`/projects?${query}&${more}`)).status).toBe(200)
      }
      expect((await get(`/pages?${more}`)).status).toBe(200)
    }
    for (const path of kept) expect((await get(path)).status).toBe(200)
  } finally {
    db.find = find
  }
  expect(reads).toEqual([])
})

test('a technology says how many published projects are made with it', async () => {
  const { items } = await json('/technologies')
  const counts = (items as Data[]).map(({ slug, projects }) => [slug, projects])
  expect(counts.sort()).toEqual([
    ['c', 2],
    ['zig', 0],
  ])
})

test('a project shows its demo, and the recording that its owner shows, as long as it does', async () => {
  const archive = await cms.payload.create({
    collection: 'archives',
    data: {},
    file: await tarGz('a.tar.gz', { 'main.c': 'int main;' }),
    overrideAccess: true,
  })
  const demo = await cms.payload.create({
    collection: 'demos',
    data: {
      title: 'Shell',
      archive: archive.id,
      toolchain: 'c',
      mode: 'shell',
      build: 'make secret',
      welcome: 'Try make.',
      commands: [{ label: 'Build', command: 'make', explanation: 'Once.', expect: 'done' }],
      environment: [{ name: 'TOKEN', value: 'secret' }],
      enabled: true,
    },
    overrideAccess: true,
  })
  await project('Runs', { demo: demo.id })
  await told('runs')
  const shown = async () => (await json('/projects/runs')).demo as Data | null
  expect(await shown()).toEqual({
    id: demo.id,
    title: 'Shell',
    toolchain: 'c',
    mode: 'shell',
    welcome: 'Try make.',
    commands: [{ label: 'Build', command: 'make', explanation: 'Once.', expect: 'done' }],
    recording: null,
    lastTry: null,
  })
  for (const ok of [true, false]) {
    await cms.payload.create({
      collection: 'terminal-smoke-runs',
      data: { demo: demo.id, ok, commands: 1, failed: ok ? 0 : 1, ms: 5, detail: 'secret' },
      overrideAccess: true,
    })
  }
  await api.empty()
  expect((await shown())?.lastTry).toEqual({ ok: false, at: expect.stringMatching(/Z$/) })

  const recording = await cms.payload.create({
    collection: 'terminal-recordings',
    data: {
      title: 'Played',
      kind: 'demo',
      demo: demo.id,
      session: 'session',
      durationMs: 1500,
      bytes: 1,
      cols: 80,
      rows: 24,
      cast: 'the whole cast',
      poster: '<span class="f2">ok</span>',
      published: false,
    },
    overrideAccess: true,
  })
  expect((await shown())?.recording).toBeNull()
  const publish = async (data: Partial<TerminalRecording>) => {
    site.received.length = 0
    await cms.payload.update({
      collection: 'terminal-recordings',
      id: recording.id,
      data,
      overrideAccess: true,
    })
    await eventually('the site hears of the recording', () =>
      site.received.some(({ body }) => body.collection === 'terminal-recordings'),
    )
    return site.received[0]?.body.related
  }
  expect(await publish({ published: true })).toEqual([{ collection: 'projects', slug: 'runs' }])
  expect((await shown())?.recording).toEqual({
    title: 'Played',
    address: `/api/terminal/demos/${demo.id}/recording`,
    durationMs: 1500,
    cols: 80,
    rows: 24,
    poster: [{ classes: ['f2'], text: 'ok' }],
  })
  await publish({ published: false })
  expect((await shown())?.recording).toBeNull()
  await publish({ published: true })

  site.received.length = 0
  await cms.payload.update({
    collection: 'demos',
    id: demo.id,
    data: { enabled: false },
    overrideAccess: true,
  })
  await eventually('the site hears of the demo', () => site.received.length > 0)
  expect(await shown()).toBeNull()
})

test.each(['/projects', '/projects/first', '/site', '/resume', '/search?q=a', '/slugs'])(
  'a language that there is not is refused at %s',
  async (path) => {
    const answer = await get(`${path}${path.includes('?') ? '&' : '?'}locale=de`)
    expect(answer.status).toBe(400)
    expect(await answer.json()).toMatchObject({ code: 'bad-request' })
  },
)
