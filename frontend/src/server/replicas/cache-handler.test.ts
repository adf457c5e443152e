import { expect, test } from '@jest/globals'
import { nodeFs } from 'next/dist/server/lib/node-fs-methods.js'
import { pageChanges } from '../page-changes.ts'
import { createCacheHandler } from './cache-handler.ts'
import { beginChange } from './shared.ts'

const PAGES = { kind: 'PAGES', isFallback: false } as never
const CONTEXT = { kind: 'PAGES', cacheControl: { revalidate: 3600, expire: undefined } } as never

const Handler = createCacheHandler(() => undefined)

/** As Next makes one for each request; all have the same memory. */
const request = () =>
  new Handler({
    fs: nodeFs,
    serverDistDir: '/nowhere',
    flushToDisk: false,
    maxMemoryCacheSize: 1_000_000,
    revalidatedTags: [],
    _requestHeaders: {},
  } as never)

const pageOf = (html: string) => ({ kind: 'PAGES', html, pageData: {}, status: 200 }) as never

const shown = async (key: string) => {
  const entry = await request().get(key, PAGES)
  const isOld = entry && Date.now() - entry.lastModified > 3_600_000
  return entry && { html: (entry.value as { html?: string } | null)?.html, isOld }
}

test('a render that began before a change does not replace the page made after it', async () => {
  const slow = request()
  await slow.get('/race', PAGES)
  await beginChange()
  const fast = request()
  await fast.get('/race', PAGES)
  await fast.set('/race', pageOf('new'), CONTEXT)
  const { dropped } = pageChanges()
  await slow.set('/race', pageOf('old'), CONTEXT)
  expect(await shown('/race')).toEqual({ html: 'new', isOld: false })
  expect(pageChanges().dropped).toBe(dropped + 1)
})

test('neither does it start to be kept where there was no page', async () => {
  const slow = request()
  await slow.get('/first', PAGES)
  await beginChange()
  await slow.set('/first', pageOf('old'), CONTEXT)
  expect(await shown('/first')).toBe(null)
})

test('a page from before a change is shown once more and rendered again, and then it is new', async () => {
  const before = request()
  await before.get('/x', PAGES)
  await before.set('/x', pageOf('one'), CONTEXT)
  expect(await shown('/x')).toEqual({ html: 'one', isOld: false })
  const { lastModified } = (await request().get('/x', PAGES)) as { lastModified: number }
  while (Date.now() <= lastModified);
  await beginChange()
  expect(await shown('/x')).toEqual({ html: 'one', isOld: true })
  const after = request()
  await after.get('/x', PAGES)
  await after.set('/x', pageOf('two'), CONTEXT)
  expect(await shown('/x')).toEqual({ html: 'two', isOld: false })
})
