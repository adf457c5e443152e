import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import { eventually, inPage, setGlobal } from '../../testing/in-page.ts'
import { startLivePreview } from './live.ts'

const CMS = 'https://cms.example'
const SAVED = { type: 'payload-document-event' }

const fetched = jest.fn<() => Promise<Response>>()
const posted = jest.fn()
const scrolled = jest.fn()
const parent = { postMessage: posted }
let page: ReturnType<typeof inPage>
let stop: () => void

const answerWith = (main: string) =>
  fetched.mockImplementation(
    async () => new Response(`<title>New</title><header>x</header><main>${main}</main>`),
  )

beforeEach(() => {
  page = inPage(
    '<header>mine</header><main id="main"><p>old</p></main>',
    'https://site.example/preview?token=t',
  )
  Object.defineProperty(page, 'parent', { configurable: true, value: parent })
  Object.defineProperty(page, 'scrollTo', { configurable: true, value: scrolled })
  setGlobal('fetch', { value: fetched })
  posted.mockReset()
  scrolled.mockReset()
  fetched.mockReset()
  answerWith('<p>new</p>')
  stop = startLivePreview(CMS)
})
afterEach(() => stop())

const hear = (data: unknown, { origin = CMS, source = parent as unknown } = {}) => {
  const message = new page.Event('message')
  Object.assign(message, { data, origin, source })
  page.dispatchEvent(message)
}
const main = () => document.querySelector('main')?.innerHTML

test('it tells the admin, and nobody else, that it is there', () => {
  expect(posted.mock.calls).toEqual([[{ type: 'payload-live-preview', ready: true }, CMS]])
})

test('after a save the content is exchanged in place, the frame of the page left alone', async () => {
  const exchanged = jest.fn()
  document.addEventListener('content-exchanged', exchanged)
  const before = document.querySelector('main')
  hear(SAVED)
  await eventually(() => main() === '<p>new</p>')
  expect(document.querySelector('main')).toBe(before)
  expect(document.querySelector('header')?.textContent).toBe('mine')
  expect(document.title).toBe('New')
  expect(exchanged).toHaveBeenCalledTimes(1)
})

test('the window is as far down as it was, at once', async () => {
  const before: (string | undefined)[] = []
  scrolled.mockImplementation(() => before.push(main()))
  Object.defineProperty(page, 'scrollX', { configurable: true, value: 7 })
  Object.defineProperty(page, 'scrollY', { configurable: true, value: 400 })
  hear(SAVED)
  await eventually(() => scrolled.mock.calls.length > 0)
  expect(scrolled.mock.calls).toEqual([[{ left: 7, top: 400, behavior: 'instant' }]])
  // What is not there yet cannot be scrolled to.
  expect(before).toEqual(['<p>new</p>'])
})

test('several words of the admin at once are one question', async () => {
  hear(SAVED)
  hear(SAVED)
  await eventually(() => main() === '<p>new</p>')
  expect(fetched).toHaveBeenCalledTimes(1)
})

test.each([
  ['another origin', SAVED, { origin: 'https://evil.example' }],
  ['another window', SAVED, { source: {} }],
  ['another kind', { type: 'payload-live-preview', data: {} }, {}],
  ['nonsense', 'saved', {}],
  ['nothing', null, {}],
])('a message of %s is passed over', async (_name, data, from) => {
  hear(data, from)
  hear(SAVED)
  await eventually(() => main() === '<p>new</p>')
  expect(fetched).toHaveBeenCalledTimes(1)
})

test('while the site does not answer, the draft stays as it is', async () => {
  fetched.mockRejectedValueOnce(new Error('away'))
  hear(SAVED)
  await eventually(() => fetched.mock.calls.length === 1)
  expect(main()).toBe('<p>old</p>')
  hear(SAVED)
  await eventually(() => main() === '<p>new</p>')
})

test.each([
  [500, 0],
  [503, 0],
  [429, 0],
  [403, 1],
  [410, 1],
])(
  'an answer of %i loads the frame anew %i times, and the next save is heard',
  async (status, times) => {
    const reloaded = jest.fn()
    Object.defineProperty(page.location, 'reload', { configurable: true, value: reloaded })
    fetched.mockResolvedValueOnce(new Response('<main>error</main>', { status }))
    hear(SAVED)
    await eventually(() => fetched.mock.calls.length === 1)
    hear(SAVED)
    await eventually(() => main() === '<p>new</p>')
    expect(reloaded).toHaveBeenCalledTimes(times)
  },
)

test('a page outside a frame listens to nobody', () => {
  stop()
  Object.defineProperty(page, 'parent', { configurable: true, value: page })
  posted.mockReset()
  stop = startLivePreview(CMS)
  hear(SAVED, { source: page })
  expect(posted).not.toHaveBeenCalled()
})
