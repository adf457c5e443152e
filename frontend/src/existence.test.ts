import { expect, test } from '@jest/globals'
import { isThere } from './existence.ts'
import { routeOfPath } from './routes.ts'
import { knownOf } from './testing/known.ts'

const many = Array.from({ length: 81 }, (_, index) => `p-${index}`)
const known = knownOf(
  { projects: many, experiences: ['office'], pages: ['uses'] },
  {
    sources: new Set(['p-7', 'office']),
    technologies: new Map([
      ['c', 41],
      ['ada', 0],
    ]),
  },
)
const isAt = (path: string, what = known) => isThere(routeOfPath(path), what)

test.each([
  '/',
  '/contact',
  '/contact/sent',
  '/projects',
  '/projects/p-7',
  '/projects/p-7/source',
  '/projects/p-7/source/whatever',
  '/experiences',
  '/experiences/office',
  '/uses',
])('%s is there', (path) => expect(isAt(path)).toBe(true))

test.each([
  '/projects/p-8/source',
  '/projects/office/source',
  '/projects/other',
  '/experiences/uses',
  '/office',
  '/nope',
  '/A',
])('%s is not', (path) => expect(isAt(path)).toBe(false))

test('a list has as many pages as its projects fill, narrowed by what there is', () => {
  expect(isAt('/projects/page/3')).toBe(true)
  expect(isAt('/projects/page/4')).toBe(false)
  expect(isAt('/projects/technology/c')).toBe(true)
  expect(isAt('/projects/technology/cobol')).toBe(false)
  expect(isAt('/projects/technology/c/page/2')).toBe(true)
  expect(isAt('/projects/technology/c/page/3')).toBe(false)
  expect(isAt('/projects/technology/ada')).toBe(true)
  expect(isAt('/projects/technology/ada/page/2')).toBe(false)
  expect(isAt('/projects/kind/school')).toBe(true)
  expect(isAt('/projects/kind/school/page/4')).toBe(false)
  expect(isAt('/projects/kind/secret')).toBe(false)
})

test('a language is there when the owner has turned it on', () => {
  expect(isAt('/fr/projects')).toBe(false)
  expect(isAt('/fr/projects', { ...known, languages: ['en', 'fr'] })).toBe(true)
})
