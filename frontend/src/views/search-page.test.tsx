import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import type { GetServerSidePropsContext } from 'next'
import { renderToStaticMarkup } from 'react-dom/server'
import { forgetAll } from '../cms/memories.ts'
import SearchPage, { config, getServerSideProps } from '../pages/search.tsx'
import { MAX_QUESTION } from '../search.ts'
import { setTestEnv } from '../testing/env.ts'
import { type FakeCms, startFakeCms } from '../testing/fake-cms.ts'

let cms: FakeCms
beforeAll(async () => {
  cms = await startFakeCms()
  setTestEnv(cms.url)
})
afterAll(() => cms.close())
beforeEach(() => {
  cms.fault = undefined
  cms.seen.length = 0
  forgetAll()
})

const open = async (query: Record<string, string>) => {
  const sent: Record<string, string> = {}
  const res = {
    statusCode: 200,
    setHeader: (name: string, value: string) => Object.assign(sent, { [name]: value }),
  }
  const result = await getServerSideProps({ query, res } as unknown as GetServerSidePropsContext)
  if (!('props' in result)) throw new Error('There is no page.')
  const html = renderToStaticMarkup(<SearchPage {...(await result.props)} />)
  return { status: res.statusCode, html, sent }
}
const searches = () => cms.seen.filter(({ url }) => url.includes('/search?'))

test('what was found is marked, linked and counted, and the question stands in its field', async () => {
  const { status, html } = await open({ q: '  tiny   shell ' })
  expect(status).toBe(200)
  expect(html).toContain(
    '<a class="whole-link" href="/projects/tiny-shell"><mark>A tiny shell</mark></a>',
  )
  expect(html).toContain('1 result')
  expect(html).toMatch(/<input[^>]*name="q"[^>]*value="tiny shell"/)
  expect(searches().map(({ url }) => url)).toEqual([
    '/api/public/v1/search?q=tiny+shell&page=1&pageSize=10',
  ])
})

test('in another language its texts are searched, and results lead to its pages', async () => {
  const { html } = await open({ q: 'tiny', language: 'fr' })
  expect(searches()[0]?.url).toMatch(/&locale=fr$/)
  expect(html).toContain('href="/fr/projects/tiny-shell"')
  expect(html).toContain('1 résultat')
  expect(html).toContain('action="/fr/search"')
})

test('the page in another language asks the same question', async () => {
  Object.assign(cms.content.site, { languages: ['en', 'fr'] })
  const { html } = await open({ q: 'tiny & shell' })
  const { html: unasked } = await open({})
  Object.assign(cms.content.site, { languages: ['en'] })
  expect(html).toContain('href="/fr/search?q=tiny+%26+shell"')
  expect(unasked).toContain('href="/fr/search"')
})

test('a question is text and nothing else', async () => {
  const { html } = await open({ q: '"><script>alert(1)</script>' })
  expect(html).not.toContain('<script>')
  expect(html).toContain('Nothing found')
})

test('no question, and one that is too long, cost the CMS no search', async () => {
  expect((await open({ q: ' \n ' })).status).toBe(200)
  const long = await open({ q: 'x'.repeat(MAX_QUESTION + 1) })
  expect(long.status).toBe(400)
  expect(long.html).toContain('100 characters')
  expect((await open({ q: 'x'.repeat(100_000) })).status).toBe(400)
  expect(searches()).toEqual([])
})

test.each(['0', '-1', '1e9', '999', 'x'])(
  'page %s of the results is one that there is',
  async (page) => {
    await open({ q: 'tiny', page })
    expect(searches()[0]?.url).toMatch(/[?&]page=(?:1|20)&/)
  },
)

test('a CMS that is away is said to be, and the form is still there', async () => {
  cms.fault = 'broken'
  const { status, html } = await open({ q: 'tiny' })
  expect(status).toBe(503)
  expect(html).toContain('The search does not answer just now')
  expect(html).toContain('name="q"')
})

test('who asks too often is told so in words, with the question kept, and the CMS is not asked', async () => {
  const { status, html, sent } = await open({ q: 'tiny', wait: '7' })
  expect([status, sent['retry-after']]).toEqual([429, '7'])
  expect(html).toContain('There were many searches from your network just now')
  expect(html).toMatch(/<input[^>]*name="q"[^>]*value="tiny"/)
  expect(searches()).toEqual([])
})

test('sends no framework script', () => {
  expect(config.unstable_runtimeJS).toBe(false)
})
