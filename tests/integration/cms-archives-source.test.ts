// The source of a demo: visitors read what its owner shows, letter for letter, and nothing else of any archive.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { handleEndpoints } from 'payload'
import type { Archive, Project } from '../../cms/src/payload-types.ts'
import { eventually } from '../support/eventually.ts'
import { tarGz } from '../support/files.ts'
import { get as ask, cms, json, site, startApi, stopApi } from '../support/public-api.ts'

const FILES = {
  'p/src/main.c': 'int main(void) { return 0; }\n',
  'p/README.md': 'Grüße\n',
  'p/.env': 'TOKEN=secret\n',
  'p/keys/id_rsa': 'secret\n',
  'p/data.bin': 'a\0b',
  'p/big.txt': 'x'.repeat(300 * 1024),
  // Would be read as the other one by whoever normalises paths.
  'p/src/./hidden.c': 'int hidden;\n',
}

let archive: Archive
let project: Project
let demo: string

beforeAll(async () => {
  await startApi()
  const { payload } = cms
  archive = await payload.create({
    collection: 'archives',
    data: { showSource: true },
    file: await tarGz('source.tar.gz', FILES),
    overrideAccess: true,
  })
  const made = await payload.create({
    collection: 'demos',
    data: { title: 'Demo', archive: archive.id, toolchain: 'c', mode: 'shell', enabled: true },
    overrideAccess: true,
  })
  demo = made.id
  project = await payload.create({
    collection: 'projects',
    data: {
      title: 'Project',
      slug: 'project',
      summary: 'It works.',
      kind: 'personal',
      demo,
      _status: 'published',
    } as never,
    overrideAccess: true,
  })
})
afterAll(stopApi)

const get = (path: string, headers: Record<string, string> = {}) =>
  handleEndpoints({
    config: cms.payload.config,
    request: new Request(`http://cms.example/api/archives/${path}`, { headers }),
  })
const read = (path: string) => get(`${archive.id}/files?path=${encodeURIComponent(path)}`)

test('its tree names every file but those that look secret, without the top folder', async () => {
  const answer = await get(`${archive.id}/tree`)
  expect(answer.status).toBe(200)
  const { entries } = (await answer.json()) as { entries: { path: string; isShown: boolean }[] }
  expect(entries.map(({ path, isShown }) => [path, isShown])).toEqual([
    ['README.md', true],
    ['big.txt', false],
    ['data.bin', false],
    ['src/hidden.c', true],
    ['src/main.c', true],
  ])
})

test('its texts are plain text, whatever they hold', async () => {
  const answer = await read('README.md')
  expect(answer.status).toBe(200)
  expect(await answer.text()).toBe('Grüße\n')
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'text/plain; charset=utf-8',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'cache-control': 'public, max-age=0, must-revalidate',
  })
  const etag = answer.headers.get('etag')!
  const again = await get(`${archive.id}/files?path=README.md`, { 'if-none-match': etag })
  expect(again.status).toBe(304)
  expect((await read('src/main.c')).headers.get('etag')).not.toBe(etag)
})

test.each([
  ['.env', 404, 'not-found'],
  ['keys/id_rsa', 404, 'not-found'],
  ['data.bin', 403, 'file-not-shown'],
  ['big.txt', 403, 'file-not-shown'],
  ['p/src/main.c', 404, 'not-found'],
  ['src', 404, 'not-found'],
  ['src/../src/main.c', 404, 'not-found'],
  ['./src/main.c', 404, 'not-found'],
  ['/src/main.c', 404, 'not-found'],
  ['SRC/MAIN.C', 404, 'not-found'],
  ['src/main.c\0', 404, 'not-found'],
  ['../../../etc/passwd', 404, 'not-found'],
  ['__proto__', 404, 'not-found'],
  ['', 400, 'bad-request'],
  ['x'.repeat(2000), 400, 'bad-request'],
])('its path %j is answered with %i', async (path, status, code) => {
  const answer = await read(path)
  expect(answer.status).toBe(status)
  expect(answer.headers.get('content-type')).toBe('application/problem+json')
  expect(await answer.json()).toMatchObject({ code, status })
})

const fileOf = (path: string) =>
  ask(`/projects/project/source/file?${new URLSearchParams({ path })}`)

test('the public API tells the same tree and texts by the project’s address', async () => {
  expect(await json('/projects/project')).toMatchObject({ hasSource: true })
  expect(await json('/slugs')).toMatchObject({ sources: ['project'] })
  const { title, entries, others, unpackedBytes } = await json('/projects/project/source')
  const tree = (await (await get(`${archive.id}/tree`)).json()) as { entries: object[] }
  expect({ title, entries, others, unpackedBytes }).toEqual({
    title: 'Project',
    others: 0,
    ...tree,
  })
  const file = await fileOf('README.md')
  expect(await file.json()).toEqual({ path: 'README.md', text: 'Grüße\n' })
})

test.each([
  '.env',
  'keys/id_rsa',
  'data.bin',
  'big.txt',
  'p/README.md',
  'src/../README.md',
  'SRC/MAIN.C',
  '__proto__',
])('the public API has no text at %j', async (path) => {
  const answer = await fileOf(path)
  expect(answer.status).toBe(404)
  expect(await answer.json()).toMatchObject({ code: 'not-found' })
})

test('the public API has no source of a project without, nor asks the database for it', async () => {
  await cms.payload.create({
    collection: 'projects',
    data: {
      title: 'Other',
      slug: 'other',
      summary: 'It works.',
      kind: 'personal',
      _status: 'published',
    } as never,
    overrideAccess: true,
  })
  await eventually('the other project is there', async () => (await ask('/projects/other')).ok)
  expect(await json('/projects/other')).toMatchObject({ hasSource: false })
  await json('/projects/project/source')
  const { find } = cms.payload.db
  const reads: unknown[] = []
  cms.payload.db.find = ((options: Parameters<typeof find>[0]) => {
    reads.push(options.collection)
    return find.call(cms.payload.db, options)
  }) as typeof find
  try {
    for (const path of [
      'other/source',
      'nothing/source',
      'other/source/file?path=a',
      'project/source/file?path=nothing',
      'project/source/else',
      'a/b/source',
    ]) {
      expect([path, (await ask(`/projects/${path}`)).status]).toEqual([path, 404])
    }
  } finally {
    cms.payload.db.find = find
  }
  expect(reads).toEqual([])
  expect((await ask('/projects/project/source/file')).status).toBe(400)
  expect((await ask(`/projects/project/source/file?path=${'x'.repeat(2000)}`)).status).toBe(400)
})

describe('its archive is not there', () => {
  type Change = () => Promise<unknown>
  const update = (collection: string, id: string, data: object) =>
    cms.payload.update({ collection: collection as 'demos', id, data, overrideAccess: true })
  const cases: [string, Change, Change][] = [
    [
      'while its owner does not show it',
      () => update('archives', archive.id, { showSource: false }),
      () => update('archives', archive.id, { showSource: true }),
    ],
    [
      'while its demo is off',
      () => update('demos', demo, { enabled: false }),
      () => update('demos', demo, { enabled: true }),
    ],
    [
      'while its project is a draft',
      () => update('projects', project.id, { _status: 'draft' }),
      () => update('projects', project.id, { _status: 'published' }),
    ],
    [
      'while its project is in the trash',
      () => update('projects', project.id, { deletedAt: new Date().toISOString() }),
      () =>
        cms.payload.update({
          collection: 'projects',
          id: project.id,
          data: { deletedAt: null },
          trash: true,
          overrideAccess: true,
        }),
    ],
  ]

  test.each(cases)('%s', async (_, hide, show) => {
    expect((await get(`${archive.id}/tree`)).status).toBe(200)
    await hide()
    for (const path of ['tree', 'files?path=README.md']) {
      const answer = await get(`${archive.id}/${path}`)
      expect(answer.status).toBe(404)
      expect(await answer.json()).toMatchObject({ code: 'not-found' })
    }
    for (const path of ['source', 'source/file?path=README.md']) {
      await eventually(
        `the public API has no ${path}`,
        async () => (await ask(`/projects/project/${path}`)).status === 404,
      )
    }
    expect(await json('/slugs')).toMatchObject({ sources: [] })
    await show()
    expect((await get(`${archive.id}/tree`)).status).toBe(200)
    await eventually('it is told again', async () => (await fileOf('README.md')).ok)
  })

  test('under an id that is none', async () => {
    for (const id of ['1', '%27%20or%201=1', '00000000-0000-4000-8000-000000000000']) {
      expect((await get(`${id}/tree`)).status).toBe(404)
    }
  })
})

test('the site hears on which pages the source is shown no more', async () => {
  site.received.length = 0
  const show = (showSource: boolean) =>
    cms.payload.update({
      collection: 'archives',
      id: archive.id,
      data: { showSource },
      overrideAccess: true,
    })
  await show(false)
  await show(false)
  await show(true)
  const heard = () => site.received.filter(({ body }) => body.collection === 'archives')
  await eventually('it hears of both changes', () => heard().length === 2)
  expect(heard().map(({ body }) => body.related)).toEqual([
    [{ collection: 'projects', slug: 'project' }],
    [{ collection: 'projects', slug: 'project' }],
  ])
})

test('a new upload is read in place of the old one', async () => {
  await cms.payload.update({
    collection: 'archives',
    id: archive.id,
    data: {},
    file: await tarGz('next.tar.gz', { 'p/README.md': 'Next\n' }),
    overrideAccess: true,
  })
  expect(await (await read('README.md')).text()).toBe('Next\n')
  expect((await read('src/main.c')).status).toBe(404)
  await eventually('the public API reads it too', async () => {
    const { text } = (await (await fileOf('README.md')).json()) as { text?: string }
    return text === 'Next\n'
  })
  expect((await fileOf('src/main.c')).status).toBe(404)
})
