// What a page is made of when one answer of the CMS is missing, old or wrong.
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { readContent } from './page-data.ts'
import { activityAt } from './testing/content.ts'
import { setTestEnv } from './testing/env.ts'
import { type FakeCms, startFakeCms } from './testing/fake-cms.ts'

const WEEK_MS = 7 * 24 * 60 * 60_000

let cms: FakeCms
beforeAll(async () => {
  cms = await startFakeCms()
  setTestEnv(cms.url)
})
afterAll(() => cms.close())

const homeWith = async (activity: object | null) => {
  cms.content.activity = activity
  return readContent('en', { page: 'home' })
}
const at = (agoMs: number) => new Date(Date.now() - agoMs).toISOString()

test('home has the year on GitHub for a week', async () => {
  expect(await homeWith(activityAt(at(WEEK_MS - 60_000)))).toMatchObject({
    activity: { login: 'noor' },
  })
  expect(await homeWith(activityAt(at(WEEK_MS + 60_000)))).toMatchObject({ activity: null })
})

const now = activityAt(at(0))

test.each([
  ['missing', null],
  ['of no known shape', { ...now, days: 'many' }],
  ['without days', { ...now, days: [] }],
  ['in disorder', { ...now, days: now.days.toReversed() }],
  ['of two years', { ...now, days: [{ day: '2024-01-01', count: 1 }, ...now.days] }],
  ['of an account that would lead elsewhere', { ...now, login: '../evil?x' }],
])('home is whole without a year that is %s', async (_, activity) => {
  const home = await homeWith(activity)
  expect(home).toMatchObject({ page: 'home', activity: null })
  expect(home).toHaveProperty('featured.0.slug', 'philosophers')
})
