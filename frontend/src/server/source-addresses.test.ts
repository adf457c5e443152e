// Which addresses of source code there are, and when they are no more.
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { forgetAll } from '../cms/memories.ts'
import { startWholeSite, type WholeSite } from '../testing/whole-site.ts'

let site: WholeSite
beforeAll(async () => {
  site = await startWholeSite()
})
afterAll(() => site.close())

test('source code is drawn by a page of its own, for paths that are in its tree', async () => {
  const target = (path: string) =>
    `next:/source/page?${new URLSearchParams({ language: 'en', slug: 'philosophers', path })}`
  const at = async (rest: string) => (await site.get(`/projects/philosophers/source${rest}`)).body
  expect(await at('')).toBe(target(''))
  expect(await at('/src/main.c?path=x')).toBe(target('src/main.c'))
  expect(await at('/README.md')).toBe(target('README.md'))
  expect(await at('/src')).toBe(target('src'))
  expect(await at('/none')).toBe('next:/missing')
  site.cms.seen.length = 0
  for (const rest of [
    '/src/none.c',
    '/assets/table.png',
    '/src/main%2Ec',
    '/%2e%2e/x',
    '/src//',
    '.md',
  ])
    expect([rest, await at(rest)]).toEqual([rest, 'next:/missing'])
  for (const path of [
    '/projects/tiny-shell/source',
    '/projects/none/source/a.c',
    '/source/page?slug=philosophers',
  ])
    expect((await site.get(path)).body).toBe('next:/missing')
  expect(site.cms.seen).toEqual([])
})

test('source code that its owner hides is gone with the next news', async () => {
  const path = '/projects/philosophers/source/src/main.c'
  expect((await site.get(path)).body).toMatch(/^next:\/source/)
  site.cms.sources = []
  forgetAll()
  expect((await site.get(path)).body).toBe('next:/missing')
  site.cms.sources = ['philosophers']
  forgetAll()
})
