import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import { LIMITS } from '../limits.ts'
import { pageChanges } from './page-changes.ts'
import { createRenewals, type Renewals } from './renewals.ts'

let renewals: Renewals
let lines: string[]
let rendered: string[]
/** Renders that have begun and wait for the test, by path; each may fail. */
let held: Map<string, { end: () => void; fail: () => void }>
let isHeld: (path: string) => boolean

beforeEach(() => {
  jest.useFakeTimers()
  lines = []
  rendered = []
  held = new Map()
  isHeld = () => false
  renewals = createRenewals({ log: (line) => lines.push(line) })
})
afterEach(async () => {
  isHeld = () => false
  for (const { end } of held.values()) end()
  await renewals.close()
  jest.useRealTimers()
})

const render = (path: string) => {
  rendered.push(path)
  if (!isHeld(path)) return Promise.resolve()
  return new Promise<void>((resolve, reject) => {
    held.set(path, { end: resolve, fail: () => reject(new Error('not rendered')) })
  })
}
const start = (id: string, first: string[], rest: string[]) =>
  renewals.start(id, { touched: async () => ({ first, rest }), render, renew: render })

/** Everything that can go on without a timer and without the test has gone on. */
const settled = async () => {
  for (let turn = 0; turn < 50; turn += 1) await Promise.resolve()
}

test('a message is answered when its own pages are new, the rest follows, and what is kept in front is of the past', async () => {
  isHeld = (path) => path.startsWith('/rest')
  expect(await start('m', ['/a', '/b'], ['/rest/1', '/rest/2', '/rest/3'])).toEqual(['/a', '/b'])
  await settled()
  expect(held.size).toBe(LIMITS.renewals.atOnce)
  const { count } = pageChanges()
  isHeld = () => false
  for (const { end } of held.values()) end()
  await settled()
  expect(rendered.sort()).toEqual(['/a', '/b', '/rest/1', '/rest/2', '/rest/3'])
  expect(pageChanges().count).toBeGreaterThan(count)
})

test('a copy that comes meanwhile is answered and starts nothing; once all is done it does', async () => {
  isHeld = (path) => path === '/a'
  const both = [start('m', ['/a'], ['/rest']), start('m', ['/a'], ['/rest'])]
  await settled()
  isHeld = (path) => path === '/rest'
  held.get('/a')?.end()
  expect(await Promise.all(both)).toEqual([['/a'], ['/a']])
  expect(await start('m', ['/a'], ['/rest'])).toEqual(['/a'])
  expect(rendered).toEqual(['/a', '/rest'])
  isHeld = () => false
  held.get('/rest')?.end()
  await settled()
  await start('m', ['/a'], ['/rest'])
  await settled()
  expect(rendered).toEqual(['/a', '/rest', '/a', '/rest'])
})

test('a page that several messages wait for is rendered once', async () => {
  isHeld = (path) => path.startsWith('/slow')
  await start('m1', [], ['/slow/1', '/slow/2', '/x'])
  await start('m2', [], ['/x'])
  await start('m3', [], ['/x'])
  isHeld = () => false
  for (const { end } of held.values()) end()
  await settled()
  expect(rendered.filter((path) => path === '/x')).toEqual(['/x'])
})

test('a page of its own that fails makes the message come again; nothing waits for it', async () => {
  isHeld = () => true
  const message = start('m', ['/a'], ['/rest'])
  await settled()
  held.get('/a')?.fail()
  expect(await message).toBe(null)
  isHeld = () => false
  expect(await start('m', ['/a'], [])).toEqual(['/a'])
  expect(rendered).toEqual(['/a', '/a'])
})

test('what fails in the rest is tried a few times, said once, and keeps nobody else waiting', async () => {
  isHeld = (path) => path === '/bad'
  await start('m', [], ['/bad', '/good'])
  for (let tries = 0; tries < LIMITS.renewals.tries; tries += 1) {
    await settled()
    expect(lines).toEqual([])
    held.get('/bad')?.fail()
    await settled()
    jest.advanceTimersByTime(LIMITS.renewals.retryMs)
  }
  await settled()
  expect(lines).toEqual([expect.stringContaining('1 pages could not be rendered again')])
  expect(rendered.filter((path) => path === '/bad')).toHaveLength(LIMITS.renewals.tries)
  expect(rendered).toContain('/good')
  expect(jest.getTimerCount()).toBe(0)
})

test('there is a bound to what waits, and what has no room is said', async () => {
  const { maxWaiting } = LIMITS.renewals
  isHeld = () => true
  await start(
    'm',
    [],
    Array.from({ length: maxWaiting + 3 }, (_, index) => `/${index}`),
  )
  expect(lines).toEqual([expect.stringContaining('3 pages')])
})

test('its end waits for what is being rendered, lets go of the rest, and takes no more', async () => {
  isHeld = () => true
  await start('m', [], ['/slow/1', '/slow/2', '/never'])
  await settled()
  let isOver = false
  const closing = renewals.close().then(() => {
    isOver = true
  })
  await settled()
  expect(isOver).toBe(false)
  for (const { end } of held.values()) end()
  await closing
  expect(await start('o', ['/a'], [])).toBe(null)
  expect(rendered).toEqual(['/slow/1', '/slow/2'])
})

test('nor is its timer left', async () => {
  isHeld = () => true
  await start('m', [], ['/bad'])
  held.get('/bad')?.fail()
  await settled()
  expect(jest.getTimerCount()).toBe(1)
  await renewals.close()
  expect(jest.getTimerCount()).toBe(0)
})
