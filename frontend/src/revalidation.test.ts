import { expect, test } from '@jest/globals'
import { changeSchema, touchedPaths } from './revalidation.ts'
import { knownOf } from './testing/known.ts'

/** The list by each kind. */
const NARROWED = ['school', 'professional', 'internship', 'personal', 'open-source'].map(
  (kind) => `/projects/kind/${kind}`,
)
const USED = { technologies: new Map([['c', 2]]) }
const LISTS = ['/', '/projects', '/experiences', '/resume']

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
      { collection: 'experiences', slug: 'office' },
      { collection: 'things', slug: 'thing' },
    ],
  })
  expect(touchedPaths(renamed, knownOf({ projects: ['new', 'other', 'third'] }))).toEqual({
    first: ['/projects/new', '/projects/old', ...LISTS],
    rest: [
      '/projects/other',
      '/experiences/office',
      '/demo/new',
      '/demo/old',
      '/demo/other',
      ...NARROWED,
    ],
  })
})

test('positions and laid out pages have addresses of their own', () => {
  const touched = (collection: string) =>
    touchedPaths(change({ collection, slug: 'x' }), knownOf({})).first[0]
  expect(touched('experiences')).toBe('/experiences/x')
  expect(touched('pages')).toBe('/x')
})

test('a change to something that is everywhere touches every page', () => {
  const technology = change({ collection: 'technologies', slug: 'c', isEverywhere: true })
  const known = knownOf({ projects: ['a', 'b'], experiences: ['office'], pages: ['uses'] }, USED)
  const { first, rest } = touchedPaths(technology, known)
  expect(first).toEqual(LISTS)
  expect(rest).toEqual([
    '/projects/a',
    '/projects/b',
    '/experiences/office',
    '/uses',
    '/demo/a',
    '/demo/b',
    ...NARROWED,
    '/projects/technology/c',
  ])
})

test('whatever is touched is touched in every language', () => {
  const renamed = change({
    slug: 'new',
    previousSlug: 'old',
    related: [{ collection: 'pages', slug: 'uses' }],
  })
  const slugs = { projects: ['new'], pages: ['uses'] }
  const alone = touchedPaths(renamed, knownOf(slugs, USED))
  const both = touchedPaths(renamed, knownOf(slugs, { ...USED, languages: ['en', 'fr'] }))
  const inBoth = (paths: string[]) =>
    paths.flatMap((path) => [path, path === '/' ? '/fr' : `/fr${path}`])
  expect(both).toEqual({ first: inBoth(alone.first), rest: inBoth(alone.rest) })
})

test('redirects are on no page', () => {
  expect(touchedPaths(change({ collection: 'redirects' }), knownOf({ projects: ['a'] }))).toEqual({
    first: [],
    rest: [],
  })
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
