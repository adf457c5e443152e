import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { GetServerSidePropsContext } from 'next'
import { renderToStaticMarkup } from 'react-dom/server'
import PreviewPage, { config, getServerSideProps } from '../pages/preview.tsx'
import { setTestEnv } from '../testing/env.ts'
import { type FakeCms, PREVIEW_TOKEN, startFakeCms } from '../testing/fake-cms.ts'

let cms: FakeCms
beforeAll(async () => {
  cms = await startFakeCms()
  setTestEnv(cms.url)
})
afterAll(() => cms.close())

const open = async (token: string, theme = '', language = '') => {
  const res = { statusCode: 200 }
  const headers = {
    'x-preview-token': token,
    'x-preview-theme': theme,
    'x-preview-language': language,
  }
  const req = { headers }
  const result = await getServerSideProps({ req, res } as unknown as GetServerSidePropsContext)
  if (!('props' in result)) throw new Error('There is no page.')
  const props = await result.props
  return { status: res.statusCode, props, html: renderToStaticMarkup(<PreviewPage {...props} />) }
}

test('a draft is drawn as its page, under a bar, also without a title', async () => {
  const { status, html, props } = await open(PREVIEW_TOKEN, 'dark')
  expect(status).toBe(200)
  expect(props).toMatchObject({ theme: 'dark' })
  expect(html).toContain('Draft preview')
  expect(html).toContain('03:04 UTC')
  expect(html).toContain('Untitled')
  expect(html).toContain('Only a draft.')
  // Its drawings are given to previews alone.
  expect(html).toContain('/diagrams/preview/')
  expect(html).not.toContain('/diagrams/projects/')
})

test('so is that of the résumé, also with rows that have no name yet', async () => {
  const { status, html, props } = await open('resume', '', 'fr')
  expect(status).toBe(200)
  expect(props).toMatchObject({ data: { page: 'resume', place: { page: 'resume' } } })
  expect(html).toContain('Only a draft.')
  expect(html).toContain('Sans titre')
})

test('the token goes to the CMS in a header, and in no address', async () => {
  cms.seen.length = 0
  await open(PREVIEW_TOKEN)
  const asked = cms.seen.find(({ url }) => url.startsWith('/api/preview-draft'))
  expect(asked?.headers).toMatchObject({ 'x-preview-token': PREVIEW_TOKEN })
  expect(cms.seen.filter(({ url }) => url.includes(PREVIEW_TOKEN))).toEqual([])
})

test('a draft is asked for and drawn in the language of the link', async () => {
  cms.seen.length = 0
  const { html, props } = await open(PREVIEW_TOKEN, '', 'fr')
  const asked = cms.seen.find(({ url }) => url.startsWith('/api/preview-draft'))
  expect(asked?.url).toBe('/api/preview-draft?locale=fr')
  expect(props).toMatchObject({ language: 'fr', data: { language: 'fr' } })
  expect(html).toContain('Sans titre')
  expect(html).toContain('Only a draft. (fr)')
})

test.each([
  ['expired', 410, 'This preview has expired'],
  ['forged', 403, 'No such preview'],
  ['', 403, 'No such preview'],
])('a token that is “%s” gets a clear page with status %i', async (token, status, title) => {
  const answer = await open(token)
  expect(answer.status).toBe(status)
  expect(answer.html).toContain(title)
  expect(answer.html).not.toContain('Only a draft.')
})

test('without a token that could be one the CMS is asked nothing', async () => {
  await open('')
  cms.seen.length = 0
  expect((await open('')).html).toContain('No such preview')
  expect(cms.seen).toEqual([])
})

test('sends no framework script', () => {
  expect(config.unstable_runtimeJS).toBe(false)
})
