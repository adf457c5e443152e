import { expect, test } from '@jest/globals'
import { type Choice, chooseProjects } from './choose.ts'
import { type Line, type Lines, mayBeThere, neighboursOf, type ProjectLine } from './lines.ts'
import type { Published } from './published.ts'

const all = <Of extends Line>(lines: Of[], isWhole = true): Lines<Of> => ({
  lines,
  places: new Map(lines.map(({ slug }, at) => [slug, at])),
  isWhole,
})

const line = (id: string, more: Partial<ProjectLine> = {}): ProjectLine => ({
  id,
  slug: `slug-${id}`,
  title: id,
  summary: null,
  updatedAt: '2026-01-01T00:00:00.000Z',
  kind: 'school',
  isFeatured: false,
  experience: undefined,
  technologies: [],
  demo: undefined,
  ...more,
})

const LINES = [
  line('c', { technologies: ['id-rust', 'id-c'], isFeatured: true }),
  line('a', { experience: 'id-acme', kind: 'personal' }),
  line('b', { technologies: ['id-c'], updatedAt: '2026-02-01T00:00:00.000Z' }),
]

const published = {
  projects: async () => all(LINES),
  experiences: async () => all([{ id: 'id-acme', slug: 'acme', updatedAt: '' }]),
  technologies: async () =>
    new Map([
      ['rust', 'id-rust'],
      ['c', 'id-c'],
    ]),
  titles: async () => ['a', 'b', 'gone', 'c'],
} as unknown as Published

test.each<[Partial<Choice>, string[]]>([
  [{}, ['c', 'a', 'b']],
  [{ sort: 'title' }, ['a', 'b', 'c']],
  [{ sort: 'updated' }, ['b', 'a', 'c']],
  [{ technology: 'c' }, ['c', 'b']],
  [{ technology: 'c', sort: 'title' }, ['b', 'c']],
  [{ technology: 'c', featured: false }, ['b']],
  [{ technology: 'cobol' }, []],
  [{ technology: 'id-c' }, []],
  [{ experience: 'acme' }, ['a']],
  [{ experience: 'nobody' }, []],
  [{ kind: 'school', featured: true }, ['c']],
])('%j means %j', async (choice, ids) => {
  expect(await chooseProjects(published, { sort: 'order', locale: 'en', ...choice })).toEqual(ids)
})

test('what is not among all there are is nowhere; among the first of many it may still be', () => {
  expect(mayBeThere(all(LINES), 'slug-a')).toBe(true)
  expect(mayBeThere(all(LINES), 'slug-z')).toBe(false)
  expect(mayBeThere(all(LINES, false), 'slug-z')).toBe(true)
})

test('neighbours are those beside it, and none of what is not there', () => {
  const of = (slug: string) => {
    const { previous, next } = neighboursOf(all(LINES), slug)
    return [previous?.id, next?.id]
  }
  expect([of('slug-c'), of('slug-a'), of('slug-b'), of('slug-z')]).toEqual([
    [undefined, 'a'],
    ['c', 'b'],
    ['a', undefined],
    [undefined, undefined],
  ])
})
