import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import type { GetServerSidePropsContext } from 'next'
import { renderToStaticMarkup } from 'react-dom/server'
import { CmsError } from '../cms/client.ts'
import { forgetAll } from '../cms/memories.ts'
import SourceCodePage, { config, getServerSideProps } from '../pages/source/page.tsx'
import { pathOf } from '../routes.ts'
import type { SourceContent } from '../source/page.ts'
import { setTestEnv } from '../testing/env.ts'
import { type FakeCms, startFakeCms } from '../testing/fake-cms.ts'
import { expectOutline, expectSoundIds } from '../testing/outline.ts'
import { FILES } from '../testing/source-content.ts'
import { Source } from './source.tsx'

let cms: FakeCms
beforeAll(async () => {
  cms = await startFakeCms()
  setTestEnv(cms.url)
})
afterAll(() => cms.close())
beforeEach(() => {
  cms.fault = undefined
  cms.sources = ['philosophers']
  cms.seen.length = 0
  forgetAll()
})

const answerAt = (path: string, more: Record<string, string> = {}) =>
  getServerSideProps({
    query: { language: 'en', slug: 'philosophers', path, ...more },
  } as unknown as GetServerSidePropsContext)

const open = async (path = '', more: Record<string, string> = {}) => {
  const result = await answerAt(path, more)
  if (!('props' in result)) throw new Error('There is no page.')
  const html = renderToStaticMarkup(<SourceCodePage {...(await result.props)} />)
  expectOutline(html)
  expectSoundIds(html)
  return html
}

type FolderContent = Extract<SourceContent, { kind: 'folder' }>

const isMissing = async (path: string, more?: Record<string, string>) =>
  'notFound' in (await answerAt(path, more))

const EMPTY: FolderContent = {
  kind: 'folder',
  lines: [],
  others: 0,
  files: 0,
  bytes: 0,
  readme: null,
}

const draw = (content: SourceContent) =>
  renderToStaticMarkup(<Source page={{ slug: 'a', title: 'A', path: 'x', content }} />)

test('no script of the framework is on the page', () => {
  expect(config.unstable_runtimeJS).toBe(false)
})

test('the whole is a tree of links with sizes, and what its README says', async () => {
  const html = await open()
  expect(html).toContain('<h1>Source of Dining philosophers</h1>')
  expect(html).toContain('href="/projects/philosophers#terminal"')
  expect(html).toContain('<a href="/projects/philosophers/source/src/table/forks.h">')
  expect(html).toContain('<a href="/projects/philosophers/source/src"><code class="tree-folder">')
  expect(html).toMatch(/table\.png<\/code><span class="tree-remark">48\.2 kB, not shown/)
  expect(html).toMatch(/latest<\/code><span class="tree-remark">a link/)
  expect(html).toContain('Build it with <code>make</code>')
  expect(html).toContain('Not listed here: 4.')
})

test('names are text and addresses, whatever is in them', async () => {
  const html = await open('names')
  expect(html).not.toContain('<img src=x')
  expect(html).not.toContain('\u202e')
  expect(html).toContain('photo_U+202Egnp.c')
  for (const [path, text] of Object.entries(FILES)) {
    if (text === null || !path.startsWith('names/')) continue
    const href = pathOf({ page: 'source', slug: 'philosophers', path, language: 'en' })
    expect(html).toContain(`href="${href.replaceAll('&', '&amp;')}"`)
    expect(await isMissing(path)).toBe(false)
  }
})

test('a folder leads up to those that it is in', async () => {
  const html = await open('src/table')
  const way = /<nav class="source-way".*?<\/nav>/s.exec(html)?.[0] ?? ''
  expect([...way.matchAll(/href="([^"]+)"/g)].map(([, href]) => href)).toEqual([
    '/projects/philosophers',
    '/projects/philosophers/source',
    '/projects/philosophers/source/src',
  ])
  expect(html).toContain('2 files, 29 bytes')
  expect(html).not.toContain('Read me')
})

test('a text has lines with addresses, and is nothing but text', async () => {
  const html = await open('src/main.c')
  expect(html).toContain('7 lines')
  expect(html).toContain('id="L-file-7"')
  expect(html).toContain('class="code-keyword"')
  const hostile = await open('names/<img src=x onerror=alert(1)>.txt')
  expect(hostile).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
  expect(hostile).not.toContain('<script>alert')
})

test('a text that turns around is shown as it runs, and says so', async () => {
  const html = await open('names/photo_\u202egnp.c')
  expect(html).not.toMatch(/[\u202e\u2066]/)
  expect(html).toContain('are written out here')
  expect(html).toContain('<h1>photo_U+202Egnp.c</h1>')
})

test('an empty file and an empty folder say that they are', async () => {
  expect(await open('empty.txt')).toContain('This file is empty.')
  expect(draw({ ...EMPTY, readme: null })).toContain('There is nothing in this folder.')
})

test('a long text says how much of it is shown', () => {
  const file = {
    kind: 'file',
    bytes: 9,
    language: null,
    text: 'a\nb',
    isSpelledOut: false,
  } as const
  expect(draw({ ...file, lines: 9, shownLines: 2, isCut: true })).toContain('first 2 of 9 lines')
  expect(draw({ ...file, lines: 2, shownLines: 2, isCut: true })).toContain('only the beginning')
})

test('a README that is no Markdown is shown as it is', () => {
  const readme = { text: '# not *a* heading', isMarkdown: false }
  expect(draw({ ...EMPTY, readme })).toContain('# not *a* heading')
})

test.each([
  'assets/table.png',
  'latest',
  'src/none.c',
  'SRC',
  '..',
  'src/',
  '/src',
  'a//b',
  '__proto__',
])('there is no page of %s', async (path) => expect(await isMissing(path)).toBe(true))

test('there is no page in other words than those of the server', async () => {
  const all: Record<string, string>[] = [
    { language: 'xx' },
    { slug: 'No slug' },
    { slug: 'kind' },
    { slug: 'tiny-shell' },
  ]
  for (const asked of all) {
    expect([asked, await isMissing('', asked)]).toEqual([asked, true])
  }
})

test('what an owner hides is gone as soon as the site has heard of it', async () => {
  await open('src/main.c')
  cms.sources = []
  forgetAll()
  expect(await isMissing('')).toBe(true)
  expect(await isMissing('src/main.c')).toBe(true)
})

test('the tree is asked for once, and shown without its README while the CMS is away', async () => {
  await open('src')
  await open('src/table')
  const trees = cms.seen.filter(({ url }) => /\/source(?:\?|$)/.test(url))
  expect(trees).toHaveLength(1)
  cms.fault = 'broken'
  expect(await open('')).not.toContain('Read me')
  await expect(open('src/main.c')).rejects.toThrow(CmsError)
})

test('it is in French where the site is', async () => {
  const html = await open('src/main.c', { language: 'fr' })
  expect(html).toContain('href="/fr/projects/philosophers#terminal"')
  expect(html).toContain('href="/fr/projects/philosophers/source/src"')
  expect(html).toContain('7 lignes')
})
