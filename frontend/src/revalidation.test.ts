import { expect, test } from '@jest/globals'
import { changeSchema, touchedPaths } from './revalidation.ts'

const change = (more: object) =>
  changeSchema.parse({ id: '1', event: 'changed', collection: 'projects', ...more })

test('a renamed project touches its new and its old address and the lists before all others', () => {
  const touched = touchedPaths(change({ slug: 'new', previousSlug: 'old' }), ['new', 'other'])
  expect(touched).toEqual({
    first: ['/projects/new', '/projects/old', '/', '/projects', '/404'],
    rest: ['/projects/other'],
  })
})

test('a change to something shared touches every page', () => {
  const technology = change({ collection: 'technologies', slug: 'c' })
  const { first, rest } = touchedPaths(technology, ['a', 'b'])
  expect(first).toEqual(['/', '/projects', '/404'])
  expect(rest).toEqual(['/projects/a', '/projects/b'])
})

test('redirects are on no page', () => {
  expect(touchedPaths(change({ collection: 'redirects' }), ['a'])).toEqual({ first: [], rest: [] })
})

test.each([
  { slug: '../admin' },
  { previousSlug: 'A B' },
  { collection: 'users' },
  { event: 'other' },
  { id: '' },
])('%j is not a change that the CMS announces', (wrong) => {
  expect(() => change(wrong)).toThrow()
})
