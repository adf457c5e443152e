// Old addresses: which lead on, where to, and what may never happen to them.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { ValidationError } from 'payload'
import type { ServedRedirect } from '../../cms/src/redirects/serve.ts'
import { startTestCms, type TestCms } from '../support/cms.ts'

let cms: TestCms

beforeAll(async () => {
  cms = await startTestCms()
})
afterAll(() => cms?.stop())
beforeEach(async () => {
  const everything = { where: { id: { exists: true } }, overrideAccess: true } as const
  await cms.payload.delete({ collection: 'redirects', ...everything })
  await cms.payload.delete({ collection: 'projects', ...everything })
})

const project = (slug: string, status: 'draft' | 'published' = 'published') =>
  cms.payload.create({
    collection: 'projects',
    data: { title: slug, summary: 'It works.', slug, kind: 'personal', _status: status },
    overrideAccess: true,
  })

const update = (id: string, data: Record<string, unknown>, more: { draft?: boolean } = {}) =>
  cms.payload.update({ collection: 'projects', id, data, overrideAccess: true, ...more })

const move = (id: string, slug: string) => update(id, { slug, _status: 'published' })

const byHand = (from: string, address: string) =>
  cms.payload.create({
    collection: 'redirects',
    data: { from, target: 'address', address, type: '302', source: 'manual' },
    overrideAccess: true,
  })

/** What the site is told: from → to. */
const served = async (): Promise<Record<string, string>> => {
  const { body } = await cms.rest('/redirects/served')
  const { redirects } = body as { redirects: ServedRedirect[] }
  return Object.fromEntries(redirects.map(({ from, to }) => [from, to]))
}

const refusal = async (work: Promise<unknown>): Promise<unknown> => {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  return error instanceof ValidationError ? error.data.errors : error
}

test.each([
  { from: 5, target: 'address', address: '/a' },
  { from: '/a', target: 'address', address: { path: '/b' } },
  { from: '/a', target: 'address', address: 'javascript:alert(1)' },
  { from: '/a', target: 'neither', address: 'javascript:alert(1)' },
  { from: '/a', target: 'document', document: 'b' },
  { from: '/a', target: 'document', document: { relationTo: 'users', value: randomUUID() } },
])('what is no redirect is refused in words: %j', async (data) => {
  const made = cms.payload.create({
    collection: 'redirects',
    data: { type: '308', source: 'manual', ...data } as never,
    overrideAccess: true,
  })
  expect(await refusal(made)).toEqual([expect.objectContaining({ message: expect.any(String) })])
})

describe('a published project that moves', () => {
  test('is found at its old address', async () => {
    const { id } = await project('a')
    await move(id, 'b')
    expect(await served()).toEqual({ '/projects/a': '/projects/b' })
  })

  test('is found at each of its old addresses directly, and nowhere in a circle', async () => {
    const { id } = await project('a')
    await move(id, 'b')
    await move(id, 'c')
    expect(await served()).toEqual({ '/projects/a': '/projects/c', '/projects/b': '/projects/c' })
    await move(id, 'a')
    expect(await served()).toEqual({ '/projects/b': '/projects/a', '/projects/c': '/projects/a' })
  })

  test('leaves its old address to whoever is published there next', async () => {
    const { id } = await project('a')
    await move(id, 'b')
    const other = await project('a', 'draft')
    expect(await served()).toEqual({ '/projects/a': '/projects/b' })
    await update(other.id, { _status: 'published' })
    expect(await served()).toEqual({})
  })

  test('takes along what was sent to its old address by hand', async () => {
    const { id } = await project('a')
    await byHand('/old', '/projects/a')
    await move(id, 'b')
    expect(await served()).toEqual({ '/old': '/projects/b', '/projects/a': '/projects/b' })
  })

  test('moves in the transaction that moves its redirect, or not at all', async () => {
    const { id } = await project('a')
    const transactionID = await cms.payload.db.beginTransaction()
    await cms.payload.update({
      collection: 'projects',
      id,
      data: { slug: 'b', _status: 'published' },
      overrideAccess: true,
      req: { transactionID: transactionID! },
    })
    await cms.payload.db.rollbackTransaction(transactionID!)
    expect(await served()).toEqual({})
  })
})

describe('nobody is sent to', () => {
  test('the address that a draft will have', async () => {
    const { id } = await project('a')
    await update(id, { slug: 'b' }, { draft: true })
    expect(await served()).toEqual({})
  })

  test('the old addresses of what was never public', async () => {
    const { id } = await project('a', 'draft')
    await update(id, { slug: 'b' }, { draft: true })
    await move(id, 'c')
    expect(await served()).toEqual({})
  })

  test('what was unpublished or deleted', async () => {
    const { id } = await project('a')
    await move(id, 'b')
    await update(id, { _status: 'draft' })
    expect(await served()).toEqual({})
    await update(id, { _status: 'published' })
    expect(await served()).toEqual({ '/projects/a': '/projects/b' })
    await update(id, { deletedAt: new Date().toISOString() })
    expect(await served()).toEqual({})
    await cms.payload.delete({ collection: 'projects', id, trash: true, overrideAccess: true })
    expect(await served()).toEqual({})
    const { totalDocs } = await cms.payload.count({ collection: 'redirects', overrideAccess: true })
    expect(totalDocs).toBe(0)
  })
})

test('a position that is not shown is no place to go', async () => {
  const made = await cms.payload.create({
    collection: 'experiences',
    data: {
      company: 'A',
      role: 'B',
      slug: 'a',
      period: { start: '2026-01-01' },
      _status: 'published',
    },
    overrideAccess: true,
  })
  const change = (data: object) =>
    cms.payload.update({ collection: 'experiences', id: made.id, data, overrideAccess: true })
  await change({ slug: 'b', _status: 'published' })
  expect(await served()).toEqual({ '/experiences/a': '/experiences/b' })
  await change({ active: false, _status: 'published' })
  expect(await served()).toEqual({})
})

describe('by hand', () => {
  test('addresses are spelled in one way, and those on the site are paths', async () => {
    await byHand('http://site.example/old/?x=1', 'http://site.example/projects')
    expect(await served()).toEqual({ '/old': '/projects' })
    expect(await refusal(byHand('/old/', '/'))).toMatchObject([{ path: 'from' }])
  })

  test('chains are shortened, whichever link is made first', async () => {
    await byHand('/a', '/b')
    await byHand('/b', '/c')
    await byHand('/c', 'https://example.com/')
    await byHand('/z', '/a')
    const end = 'https://example.com/'
    expect(await served()).toEqual({ '/a': end, '/b': end, '/c': end, '/z': end })
  })

  test('loops are refused', async () => {
    await byHand('/a', '/b')
    expect(await refusal(byHand('/b', '/a'))).toMatchObject([{ path: 'address' }])
    expect(await refusal(byHand('/c', '/c/'))).toMatchObject([{ path: 'address' }])
    expect(await served()).toEqual({ '/a': '/b' })
  })

  test('a live page cannot be hidden, nor what the site answers itself', async () => {
    await project('a')
    for (const from of ['/projects/a', '/', '/projects', '/api/x', 'nonsense', '//evil.example']) {
      expect(await refusal(byHand(from, '/b'))).toMatchObject([{ path: 'from' }])
    }
  })

  test.each(['javascript:alert(1)', '//evil.example', 'mailto:a@b.c', '#x', '', '/a\r\nx: y'])(
    'nobody is sent to %j',
    async (address) => {
      expect(await refusal(byHand('/old', address))).toMatchObject([{ path: 'address' }])
    },
  )
})
