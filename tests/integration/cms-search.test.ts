// Searching what is published: found as soon as it is, and no longer than it is.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { PayloadRequest } from 'payload'
import { createPublicApi, type PublicApi } from '../../cms/src/public-api/api.ts'
import { findDocuments } from '../../cms/src/search/find.ts'
import { rebuildSearch } from '../../cms/src/search/rebuild.ts'
import { startTestCms, type TestCms } from '../support/cms.ts'
import { paragraph } from '../support/rich-text.ts'

let cms: TestCms
let api: PublicApi

type Data = Record<string, unknown>
type Collection = 'experiences' | 'pages' | 'projects' | 'technologies'

const create = (collection: Collection, data: Data, req?: PayloadRequest) =>
  cms.payload.create({
    collection,
    data: data as never,
    overrideAccess: true,
    ...(req ? { req } : {}),
  })

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

const find = async (text: string): Promise<string[]> => {
  const { found } = await findDocuments(cms.payload, {
    text,
    locale: 'en',
    limit: 20,
    offset: 0,
  })
  return found.map(({ slug }) => slug)
}

beforeAll(async () => {
  cms = await startTestCms()
  api = createPublicApi(cms.payload)
  const zig = await create('technologies', { name: 'Zigzag', slug: 'zz', category: 'language' })
  await project('Túrbine', { summary: 'A windmill of sorts', technologies: [zig.id] })
  await project('Windmill', { body: paragraph('About grinding flour') })
  await project('Listing', { walkthrough: [{ title: 'W', language: 'c', code: 'int spindle;' }] })
  await create('experiences', {
    company: 'Gristworks',
    role: 'Miller',
    period: { start: '2024-01-01' },
    overview: 'Kept the stones sharp',
    _status: 'published',
  })
  await create('pages', {
    title: 'Toolshed',
    layout: [
      { blockType: 'prose', body: paragraph('Whetstones and oilcans') },
      { blockType: 'hero', title: 'Borrow a scythe' },
    ],
    _status: 'published',
  })
})
afterAll(async () => {
  await api?.close()
  await cms?.stop()
})

describe('what is published is found', () => {
  test('by its title, technologies, text, code, and where somebody worked', async () => {
    expect(await find('turbine')).toEqual(['turbine'])
    expect(await find('zigzag')).toEqual(['turbine'])
    expect(await find('flour')).toEqual(['windmill'])
    expect(await find('spindle')).toEqual(['listing'])
    expect(await find('gristworks')).toHaveLength(1)
    expect(await find('stones')).toHaveLength(1)
  })

  test('by the title and the blocks of a page, which is left alone while it is a draft', async () => {
    for (const text of ['toolshed', 'whetstones', 'scythe']) {
      expect([text, await find(text)]).toEqual([text, ['toolshed']])
    }
    const draft = await create('pages', {
      title: 'Cellar',
      layout: [{ blockType: 'prose', body: paragraph('Casks') }],
      _status: 'draft',
    })
    expect(await find('casks')).toEqual([])
    const publish = (_status: 'draft' | 'published') =>
      cms.payload.update({
        collection: 'pages',
        id: draft.id,
        data: { _status },
        overrideAccess: true,
      })
    await publish('published')
    expect(await find('casks')).toEqual(['cellar'])
    await publish('draft')
    expect(await find('casks')).toEqual([])
  })

  test('by the beginning of the last word, by phrases, and without what must not be there', async () => {
    expect(await find('grinding flo')).toEqual(['windmill'])
    expect(await find('flo grinding')).toEqual([])
    expect(await find('"grinding flour"')).toEqual(['windmill'])
    expect(await find('"flour grinding"')).toEqual([])
    expect(await find('windmill -flour')).toEqual(['turbine'])
    expect((await find('flour or spindle')).sort()).toEqual(['listing', 'windmill'])
  })

  test('with the better match first', async () => {
    expect(await find('windmill')).toEqual(['windmill', 'turbine'])
  })
})

describe('nothing else is', () => {
  test('drafts, drafts over what is published, the trash, and what is gone', async () => {
    const draft = await create('projects', {
      title: 'Quagmire',
      summary: 'It works.',
      kind: 'school',
      _status: 'draft',
    })
    expect(await find('quagmire')).toEqual([])
    await update(draft.id, { _status: 'published' })
    expect(await find('quagmire')).toEqual(['quagmire'])
    await update(draft.id, { summary: 'Bogland' }, { draft: true })
    expect(await find('bogland')).toEqual([])
    await update(draft.id, { summary: 'Moorland', _status: 'published' })
    expect(await find('moorland')).toEqual(['quagmire'])
    await update(draft.id, { _status: 'draft' })
    expect(await find('quagmire')).toEqual([])
    await update(draft.id, { _status: 'published' })
    await update(draft.id, { deletedAt: new Date().toISOString() })
    expect(await find('quagmire')).toEqual([])
    const gone = await project('Ephemeral')
    expect(await find('ephemeral')).toEqual(['ephemeral'])
    await cms.payload.delete({ collection: 'projects', id: gone.id, overrideAccess: true })
    expect(await find('ephemeral')).toEqual([])
  })

  test('what only staff may read, whoever published it', async () => {
    const owner = await cms.account('owner')
    const related = await create('projects', {
      title: 'Hushhush',
      kind: 'school',
      _status: 'draft',
    })
    await cms.payload.create({
      collection: 'projects',
      data: {
        title: 'Pointer',
        summary: 'It leads on.',
        kind: 'school',
        related: [related.id],
        _status: 'published',
      } as never,
      overrideAccess: false,
      user: owner,
    })
    expect(await find('pointer')).toEqual(['pointer'])
    expect(await find('hushhush')).toEqual([])
  })

  test('what was rolled back', async () => {
    const transactionID = (await cms.payload.db.beginTransaction())!
    const req = { transactionID } as PayloadRequest
    await create(
      'projects',
      { title: 'Undone', summary: 'It works.', kind: 'school', _status: 'published' },
      req,
    )
    expect(await find('undone')).toEqual([])
    await cms.payload.db.rollbackTransaction(transactionID)
    expect(await find('undone')).toEqual([])
  })
})

test('a technology that is renamed or removed is found by what it is called now', async () => {
  const { id } = await create('technologies', { name: 'Oldname', slug: 'on', category: 'tool' })
  await project('Carrier', { technologies: [id] })
  expect(await find('oldname')).toEqual(['carrier'])
  await cms.payload.update({
    collection: 'technologies',
    id,
    data: { name: 'Newname' },
    overrideAccess: true,
  })
  expect([await find('oldname'), await find('newname')]).toEqual([[], ['carrier']])
  await cms.payload.delete({ collection: 'technologies', id, overrideAccess: true })
  expect(await find('newname')).toEqual([])
})

test('an index that was lost is made anew, the same', async () => {
  const { pool } = cms.payload.db
  const rows = async () =>
    (await pool.query('select * from search_documents order by collection, doc_id, locale')).rows
  const before = await rows()
  expect(before.length).toBeGreaterThan(4)
  await pool.query('delete from search_documents')
  await rebuildSearch(cms.payload)
  expect(await rows()).toEqual(before)
})

describe('over the public API', () => {
  const ask = async (q: string, more = '') => {
    const target = `/api/public/v1/search?${new URLSearchParams({ q })}${more}`
    const { status, body } = await api.answer({ method: 'GET', target })
    return { status, body: JSON.parse(String(body)) as Data }
  }

  test('an answer shows where the words are, in pieces', async () => {
    const { status, body } = await ask('windmill')
    expect(status).toBe(200)
    expect(body).toMatchObject({ page: 1, pages: 1, total: 2 })
    expect(body.items).toContainEqual({
      collection: 'projects',
      slug: 'turbine',
      title: 'Túrbine',
      titlePieces: [{ text: 'Túrbine', isMatch: false }],
      excerpt: [
        { text: 'A ', isMatch: false },
        { text: 'windmill', isMatch: true },
        { text: ' of sorts', isMatch: false },
      ],
    })
    expect((await ask('windmill', '&pageSize=1&page=2')).body.items).toMatchObject([
      { slug: 'turbine' },
    ])
  })

  test('what is too long, missing or not asked for is refused', async () => {
    for (const [q, more] of [
      ['x'.repeat(101), ''],
      ['', ''],
      ['a', '&page=21'],
      ['a', '&x=1'],
    ]) {
      expect((await ask(q!, more)).status).toBe(400)
    }
  })

  test.each([
    "'; drop table search_documents; --",
    "a' & 'b",
    ':*',
    '!!!',
    '((((',
    '<->',
    'a:* & b',
    "\\'",
    '\0',
    'a\0b',
    '\ud800',
    '%',
    '_'.repeat(100),
    '"'.repeat(99),
    '-'.repeat(99),
    `${'a '.repeat(49)}b`,
    `${'-a '.repeat(33)}`,
    `${'a or '.repeat(19)}a`,
    '𝔘𝔫𝔦𝔠𝔬𝔡𝔢 ﷽ ﷺ',
    '\u202Egnp.exe',
    '<script>alert(1)</script>',
    '1e999999 0x1 -1.5 1,2',
    'http://example.com/a?b=c user@example.com',
  ])('%j is answered', async (q) => {
    expect((await ask(q)).status).toBe(200)
    expect(await find('turbine')).toEqual(['turbine'])
  })
})
