import { expect, test } from '@jest/globals'
import { changeSchema, touchedPaths } from './revalidation.ts'

const change = (more: object) =>
  changeSchema.parse({
    version: 2,
    id: '1',
    event: 'changed',
    collection: 'projects',
    related: [],
    isEverywhere: false,
    ...more,
  })

test('a renamed project touches its new and its old address and the lists before all others', () => {
  const renamed = change({
    slug: 'new',
    previousSlug: 'old',
    related: [
      { collection: 'projects', slug: 'other' },
      { collection: 'projects', slug: 'new' },
      { collection: 'things', slug: 'thing' },
    ],
  })
  expect(touchedPaths(renamed, ['new', 'other', 'third'])).toEqual({
    first: ['/projects/new', '/projects/old', '/', '/projects', '/404'],
    rest: ['/projects/other'],
  })
})

test('a change to something that is everywhere touches every page', () => {
  const technology = change({ collection: 'technologies', slug: 'c', isEverywhere: true })
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
  { collection: '../users' },
  { event: 'other' },
  { id: '' },
  { version: 1 },
  { related: [{ collection: 'projects', slug: '../x' }] },
])('%j is not a change that the CMS announces', (wrong) => {
  expect(() => change(wrong)).toThrow()
})
