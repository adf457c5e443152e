// The whole site in French: nothing of the English interface or of the English content is left in it.
import { Readable } from 'node:stream'
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import type { GetServerSideProps, GetServerSidePropsContext, NextPageContext } from 'next'
import type { FunctionComponent } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { forgetAll } from '../cms/memories.ts'
import { pageMarkdown } from '../markdown/page.ts'
import { metaOf } from '../meta/meta.ts'
import { type PageData, readPage } from '../page-data.ts'
import ErrorPage from '../pages/_error.tsx'
import SitePage from '../pages/[[...path]].tsx'
import ContactPage, { getServerSideProps as contactProps } from '../pages/contact.tsx'
import PreviewPage, { getServerSideProps as previewProps } from '../pages/preview.tsx'
import SearchPage, { getServerSideProps as searchProps } from '../pages/search.tsx'
import SourceCodePage, { getServerSideProps as sourceProps } from '../pages/source/page.tsx'
import StatusPage, { getServerSideProps as statusProps } from '../pages/status.tsx'
import { routeOfPath } from '../routes.ts'
import { activityAt } from '../testing/content.ts'
import { setTestEnv } from '../testing/env.ts'
import { type FakeCms, PREVIEW_TOKEN, startFakeCms } from '../testing/fake-cms.ts'
import { leftInEnglish } from '../testing/left-in-english.ts'
import { expectOutline, expectSoundIds } from '../testing/outline.ts'

const ORIGIN = 'https://site.example'

let cms: FakeCms
beforeAll(async () => {
  cms = await startFakeCms()
  setTestEnv(cms.url)
  Object.assign(cms.content.site, { languages: ['en', 'fr'] })
  // What a program says of itself is in one language.
  Object.assign(cms.content.projects[0] ?? {}, { readme: '# README' })
  cms.content.activity = activityAt(new Date().toISOString())
})
afterAll(() => cms.close())
beforeEach(() => {
  cms.fault = undefined
  cms.contact.refusal = null
  forgetAll()
})

const expectFrench = (page: string) => {
  expect(leftInEnglish(page, cms.content)).toEqual([])
  expect(page).toContain('(fr)')
}

const dataAt = async (path: string): Promise<PageData> => {
  const data = await readPage(routeOfPath(path))
  if (!data) throw new Error(`There is no page at ${path}.`)
  return data
}

const PAGES = [
  '/fr',
  '/fr/projects',
  '/fr/projects/technology/c',
  '/fr/projects/kind/school',
  '/fr/projects/philosophers',
  '/fr/projects/untitled-sketch',
  '/fr/experiences',
  '/fr/experiences/harbour-office',
  '/fr/everything',
  '/fr/resume',
  '/fr/demo/philosophers',
]

test('what is left in English is noticed', async () => {
  const data = await dataAt('/fr/projects/philosophers')
  const { site } = await dataAt('/')
  const html = renderToStaticMarkup(
    <SitePage data={{ ...data, site, language: 'en' }} origin={ORIGIN} language="en" />,
  )
  const left = leftInEnglish(html, cms.content)
  for (const text of ['Skip to content', 'lines 2–3', 'Set in Hanken Grotesk. No trackers.']) {
    expect(left).toContain(text)
  }
  expect(left).not.toContain('Noor Halden')
})

test.each(PAGES)('%s is French', async (path) => {
  const data = await dataAt(path)
  const html = renderToStaticMarkup(<SitePage data={data} origin={ORIGIN} language="fr" />)
  expectFrench(html)
  expectOutline(html)
  expectSoundIds(html)
  // Its links stay in French, but for those to the page in English.
  const away = [...html.matchAll(/<a [^>]*href="(\/[^"]*)"[^>]*>/g)].filter(
    ([link, href = '']) =>
      !/^\/(?:fr(?:[/?#]|$)|media\/|diagrams\/fr\/)/.test(href) && !link.includes('hrefLang="en"'),
  )
  expect(away.map(([link]) => link)).toEqual([])
})

test.each(['/fr/projects/philosophers', '/fr/demo/philosophers'])(
  'the owner’s notice beside the terminal of %s is French',
  async (path) => {
    const html = renderToStaticMarkup(
      <SitePage data={await dataAt(path)} origin={ORIGIN} language="fr" />,
    )
    expect(html).toContain('the machine is restarted. (fr)</p>')
  },
)

test.each(PAGES)('what %s says of itself is French', async (path) => {
  const meta = metaOf(await dataAt(path), ORIGIN)
  const said = JSON.stringify(meta, null, 1).replaceAll(/^\s*"(?:\w|@)+": "|",?$/gm, '')
  expectFrench(said)
  expect(meta).toMatchObject({
    path,
    locale: 'fr_FR',
    otherLocales: ['en_GB'],
    markdown: expect.stringMatching(/^\/fr\//),
    alternates: [
      { language: 'en', path: path.slice('/fr'.length) || '/' },
      { language: 'fr', path },
      { language: 'x-default', path: path.slice('/fr'.length) || '/' },
    ],
  })
  expect(meta.feeds.every((feed) => feed.path.startsWith('/fr/'))).toBe(true)
  expect(meta.image.src).toMatch(/^\/og\/fr\//)
  expect(meta.linkedData).toMatchObject({
    '@graph': [{ inLanguage: 'fr', url: ORIGIN + path }, ...(path === '/fr' ? [] : [{}])],
  })
  expectFrench(pageMarkdown(await dataAt(path), ORIGIN))
})

type Visit = { query?: Record<string, string>; headers?: object; body?: string }

/** A page that is drawn at each visit, as our own server asks Next for it. */
const visit = async <Props extends Record<string, unknown>>(
  [Page, readProps]: [FunctionComponent<Props>, GetServerSideProps<Props>],
  { query = {}, headers = {}, body }: Visit = {},
) => {
  const method = body === undefined ? 'GET' : 'POST'
  const req = Object.assign(Readable.from([Buffer.from(body ?? '')]), { method, headers })
  const res = { statusCode: 200, setHeader: () => undefined }
  const context = { req, res, query: { language: 'fr', ...query } }
  const result = await readProps(context as unknown as GetServerSidePropsContext)
  if (!('props' in result)) throw new Error('There is no page.')
  const props = await result.props
  return { props, status: res.statusCode, html: renderToStaticMarkup(<Page {...props} />) }
}

const EVERY_TROUBLE = new URLSearchParams({ name: '', email: 'x', message: '?' }).toString()
const FORM = {
  'sec-fetch-site': 'same-origin',
  'content-type': 'application/x-www-form-urlencoded',
}
const preview = (token: string) => ({
  headers: { 'x-preview-token': token, 'x-preview-language': 'fr' },
})

test.each([
  ['the search', 200, () => visit([SearchPage, searchProps])],
  ['what was found', 200, () => visit([SearchPage, searchProps], { query: { q: 'tiny' } })],
  ['nothing found', 200, () => visit([SearchPage, searchProps], { query: { q: 'zzz' } })],
  [
    'too long a question',
    400,
    () => visit([SearchPage, searchProps], { query: { q: 'x'.repeat(101) } }),
  ],
  [
    'too many questions',
    429,
    () => visit([SearchPage, searchProps], { query: { q: 'x', wait: '7' } }),
  ],
  [
    'source code',
    200,
    () =>
      visit([SourceCodePage, sourceProps], {
        query: { slug: 'philosophers', path: 'names/photo_\u202egnp.c' },
      }),
  ],
  [
    'a folder of it',
    200,
    () => visit([SourceCodePage, sourceProps], { query: { slug: 'philosophers', path: 'assets' } }),
  ],
  ['the status', 200, () => visit([StatusPage, statusProps])],
  ['the form', 200, () => visit([ContactPage, contactProps], { query: { place: 'contact' } })],
  [
    'a refused form',
    422,
    () => visit([ContactPage, contactProps], { headers: FORM, body: EVERY_TROUBLE }),
  ],
  ['the thanks', 200, () => visit([ContactPage, contactProps], { query: { place: 'sent' } })],
  ['a draft', 200, () => visit([PreviewPage, previewProps], preview(PREVIEW_TOKEN))],
  ['an old preview', 410, () => visit([PreviewPage, previewProps], preview('expired'))],
  ['no preview', 403, () => visit([PreviewPage, previewProps], preview('forged'))],
] as const)('%s is French', async (_, status, open) => {
  const answer = await open()
  expect(answer.status).toBe(status)
  expect(answer.props).toMatchObject({ language: 'fr' })
  expectFrench(answer.html)
  expectOutline(answer.html)
  expectSoundIds(answer.html)
})

const errorAt = async (url: string, statusCode: number) => {
  const context = { req: { url, headers: {} }, res: { statusCode } }
  const props = await ErrorPage.getInitialProps?.(context as unknown as NextPageContext)
  if (!props) throw new Error('The page has nothing to show.')
  return { props, html: renderToStaticMarkup(<ErrorPage {...props} />) }
}

test('an address in French that leads nowhere says so in French, and names the owner', async () => {
  const { props, html } = await errorAt('/fr/missing', 404)
  expect(props).toMatchObject({ language: 'fr', what: 'missing' })
  expectFrench(html)
  expect(html).toContain('Noor Halden')
  expect((await errorAt('/missing', 404)).html).toContain('Nothing here')
})

test.each(['/fr/projects/x', '/search?language=fr&q=x'])(
  'what broke at %s is told in French, without a question to the CMS',
  async (url) => {
    cms.seen.length = 0
    const { html } = await errorAt(url, 500)
    expect(leftInEnglish(html, cms.content)).toEqual([])
    expect(html).toContain('href="/fr/projects"')
    expect(cms.seen).toEqual([])
    expect((await errorAt('/projects/x', 500)).html).toContain('Out of order')
  },
)

test.each(['broken', 'wrong'] as const)('a CMS that is %s is French, too', async (fault) => {
  cms.fault = fault
  for (const { html } of [
    await visit([SearchPage, searchProps], { query: { q: 'tiny' } }),
    await visit([StatusPage, statusProps]),
    await visit([ContactPage, contactProps], { query: { place: 'contact' } }),
  ]) {
    expect(leftInEnglish(html, cms.content)).toEqual([])
  }
})
