import { beforeEach, expect, jest, test } from '@jest/globals'
import { renderToStaticMarkup } from 'react-dom/server'

let breakpoints: { m?: boolean }
let isLivePreviewing: boolean

jest.unstable_mockModule('@payloadcms/ui', () => ({
  useConfig: () => ({ config: { serverURL: 'http://cms.example', routes: { api: '/api' } } }),
  useDocumentInfo: () => ({ collectionSlug: 'projects', id: '1', lastUpdateTime: 0 }),
  useLivePreviewContext: () => ({ isLivePreviewing }),
  useLocale: () => ({ code: 'en' }),
  useWindowInfo: () => ({ breakpoints }),
}))
const { ChecklistAbove, ChecklistBeside } = await import('./panel.client.tsx')

beforeEach(() => {
  breakpoints = { m: false }
  isLivePreviewing = false
})

const drawn = () => ({
  above: renderToStaticMarkup(<ChecklistAbove />),
  beside: renderToStaticMarkup(<ChecklistBeside />),
})
const LINE = /^<details[^>]*><summary[^>]*><h3[^>]*>Before publishing:<\/h3>.*looking …/
const PANEL = /^<section[^>]* aria-label="Before publishing">/

test('in a wide window the checklist stands beside the form, and nowhere else', () => {
  expect(drawn()).toEqual({ above: '', beside: expect.stringMatching(PANEL) })
})

test('it does before anybody knows how wide the window is', () => {
  breakpoints = {}
  expect(drawn()).toEqual({ above: '', beside: expect.stringMatching(PANEL) })
})

test.each([
  ['in a narrow window', () => (breakpoints = { m: true })],
  [
    'while the preview takes half of a wide one',
    () => {
      isLivePreviewing = true
    },
  ],
])('%s it is a line above the form that opens, and nowhere else', (_, arrange) => {
  arrange()
  expect(drawn()).toEqual({ above: expect.stringMatching(LINE), beside: '' })
})
