import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  hasSourceAddress,
  isSlug,
  localHref,
  pathBeforeSlash,
  pathOf,
  type Route,
  routeOf,
  routeOfPath,
} from './routes.ts'
import { hasAddress } from './source/path.ts'

const en = { language: 'en' }

test('the site has a home page, lists, and what is in them', () => {
  expect(routeOfPath('/')).toEqual({ page: 'home', ...en })
  expect(routeOf([])).toEqual({ page: 'home', ...en })
  expect(routeOfPath('/projects/tiny-shell')).toEqual({
    page: 'project',
    slug: 'tiny-shell',
    ...en,
  })
  expect(routeOfPath('/experiences/harbour-office')).toMatchObject({ page: 'experience' })
  expect(routeOfPath('/resume')).toEqual({ page: 'resume', ...en })
  expect(routeOfPath('/uses')).toEqual({ page: 'page', slug: 'uses', ...en })
})

test('a list can be narrowed and has pages, each with one address', () => {
  expect(routeOfPath('/projects')).toMatchObject({ filter: { by: 'nothing' }, number: 1 })
  expect(routeOfPath('/projects/technology/c/page/12')).toMatchObject({
    page: 'projects',
    filter: { by: 'technology', technology: 'c' },
    number: 12,
  })
  expect(routeOfPath('/projects/page/1')).toMatchObject({ page: 'missing' })
  expect(routeOfPath('/projects/kind')).toMatchObject({ page: 'project' })
})

test('another language stands before the same address', () => {
  expect(routeOfPath('/fr')).toEqual({ page: 'home', language: 'fr' })
  expect(routeOfPath('/fr/projects/a')).toEqual({ page: 'project', slug: 'a', language: 'fr' })
  expect(routeOfPath('/en/projects')).toMatchObject({ page: 'missing' })
})

const slug = fc
  .stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,8})?$/)
  .filter(
    (value) =>
      isSlug(value) &&
      ![
        'fr',
        'en',
        'projects',
        'experiences',
        'resume',
        'search',
        'status',
        'demo',
        'contact',
      ].includes(value),
  )
const filter = fc.oneof(
  fc.constant({ by: 'nothing' as const }),
  fc.record({ by: fc.constant('kind' as const), kind: slug }),
  fc.record({ by: fc.constant('technology' as const), technology: slug }),
)
const place = fc.oneof(
  fc.constantFrom(
    { page: 'home' as const },
    { page: 'experiences' as const },
    { page: 'resume' as const },
    { page: 'contact' as const },
    { page: 'sent' as const },
  ),
  fc.record({
    page: fc.constantFrom(
      'project' as const,
      'experience' as const,
      'page' as const,
      'demo' as const,
    ),
    slug,
  }),
  fc.record({
    page: fc.constant('source' as const),
    slug: slug.filter(hasSourceAddress),
    path: fc
      .array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }), { maxLength: 4 })
      .map((names) => names.join('/'))
      .filter((path) => path === '' || hasAddress(path)),
  }),
  fc.record({
    page: fc.constant('projects' as const),
    filter,
    number: fc.integer({ min: 1, max: 9999 }),
  }),
)

test('every page has one path, and the path leads to it', () => {
  fc.assert(
    fc.property(place, fc.constantFrom('en' as const, 'fr' as const), (where, language) => {
      const route = { ...where, language } as Route
      expect(routeOfPath(pathOf(route))).toEqual(route)
    }),
  )
})

test.each([
  ['/projects/', '/projects'],
  ['/fr/', '/fr'],
  ['/fr/projects/tiny-shell/', '/fr/projects/tiny-shell'],
])('%s has a slash too many', (path, page) => {
  expect(pathBeforeSlash(path)).toBe(page)
})

test.each([
  '/',
  '//',
  '/projects',
  '/projects//',
  '//projects/',
  '//host.example/',
  '/\\host/',
  '/Nope/',
  'https://host/',
])('%s is not a page with a slash too many', (path) => {
  expect(pathBeforeSlash(path)).toBeUndefined()
})

test('an address of the owner leads to the same page in the visitor’s language', () => {
  expect(localHref('/projects#list', 'fr')).toBe('/fr/projects#list')
  expect(localHref('/', 'fr')).toBe('/fr')
  expect(localHref('/projects', 'en')).toBe('/projects')
  for (const href of ['https://e.example/projects', '/media/cv.pdf', '#top', 'mailto:a@b.c']) {
    expect(localHref(href, 'fr')).toBe(href)
  }
  for (const file of ['/resume.pdf', '/feed.xml', '/llms.txt']) {
    expect(localHref(file, 'fr')).toBe(`/fr${file}`)
    expect(localHref(file, 'en')).toBe(file)
  }
})

test.each([
  '/Nope',
  '//',
  '/projects/',
  '/projects/a/b',
  '/projects/Tiny',
  '/projects/%2e%2e',
  '/projects/a--b',
  '/projects/page/0',
  '/projects/page/12345',
  '/projects/technology/c/page/2/3',
  '/resume/x',
  '/contact/x',
  '/contact/sent/x',
  '/uses/x',
  '/en',
  '/fr/fr',
  `/projects/${'a'.repeat(101)}`,
  'http://elsewhere.example/',
])('%s leads nowhere', (path) => {
  expect(routeOfPath(path)).toMatchObject({ page: 'missing' })
})

const sourceAt = (rest: string) => routeOfPath(`/projects/a/source${rest}`)

test.each([
  ['', ''],
  ['/src/main.c', 'src/main.c'],
  ['/my%20file.c', 'my file.c'],
  ['/gr%C3%BC%C3%9Fe', 'grüße'],
  ['/@types/a+b=c,d;e:f&g$h.ts', '@types/a+b=c,d;e:f&g$h.ts'],
  ['/%3Cimg%20src=x%3E', '<img src=x>'],
  ['/photo_%E2%80%AEgnp.c', 'photo_\u202egnp.c'],
  ['/a%5Cb', 'a\\b'],
  ['/100%25', '100%'],
])('source%s is a file or folder', (rest, path) => {
  expect(sourceAt(rest)).toEqual({ page: 'source', slug: 'a', path, ...en })
  expect(pathOf(sourceAt(rest))).toBe(`/projects/a/source${rest}`)
})

test.each([
  '/',
  '/src/',
  '/src//main.c',
  '/./a',
  '/a/../b',
  '/%2e%2e/b',
  '/a%2Fb',
  '/%61',
  '/%c3%bc',
  '/a b',
  '/ü',
  '/%',
  '/%zz',
  '/%ED%A0%80',
  '/%00',
  '/a%0Ab',
  `/${'x'.repeat(1025)}`,
])('source%s leads nowhere', (rest) => expect(sourceAt(rest)).toMatchObject({ page: 'missing' }))

test('below a name that narrows a list there is no source', () => {
  expect(routeOfPath('/projects/kind/source')).toMatchObject({ page: 'projects' })
  expect(routeOfPath('/projects/technology/source/a')).toMatchObject({ page: 'missing' })
})
