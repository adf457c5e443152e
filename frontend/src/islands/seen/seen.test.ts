import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import { inPage, setGlobal } from '../../testing/in-page.ts'
import { tellOnceSeen } from './seen.ts'

type Ask = (url: string, init: RequestInit) => Promise<unknown>

let page: ReturnType<typeof inPage>
let ask: jest.Mock<Ask>

/** `deliveryType`: how the browser says that it got the page. */
const browse = ({ prerendering = false, deliveryType = '' } = {}) => {
  Object.defineProperty(page.document, 'prerendering', { value: prerendering })
  const entry = { deliveryType } as unknown as PerformanceEntry
  jest.spyOn(performance, 'getEntriesByType').mockReturnValue([entry])
}
const activate = () => page.document.dispatchEvent(new page.Event('prerenderingchange'))
const told = () => ask.mock.calls.map(([url, { body }]) => [url, JSON.parse(String(body))])

beforeEach(() => {
  page = inPage('<main id="main"></main>', 'https://site.example/projects/a?q=1#part')
  ask = jest.fn<Ask>(async () => undefined)
  setGlobal('fetch', { value: ask })
})

afterEach(() => {
  jest.restoreAllMocks()
})

const SEEN = ['/api/seen', { path: '/projects/a', referrer: '' }]

test('a page that is drawn ahead is told of once, when it is shown', () => {
  browse({ prerendering: true })
  tellOnceSeen()
  expect(told()).toEqual([])
  activate()
  activate()
  expect(told()).toEqual([SEEN])
  expect(ask.mock.calls[0]?.[1]).toMatchObject({ method: 'POST', keepalive: true })
})

test('one that was fetched ahead is told of when it is drawn', () => {
  browse({ deliveryType: 'navigational-prefetch' })
  tellOnceSeen()
  expect(told()).toEqual([SEEN])
})

test('of a page that was asked for, nothing is told', () => {
  browse({ deliveryType: 'cache' })
  tellOnceSeen()
  activate()
  expect(told()).toEqual([])
})
