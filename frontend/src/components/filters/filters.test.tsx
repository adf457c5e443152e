import { expect, test } from '@jest/globals'
import { renderToStaticMarkup } from 'react-dom/server'
import type { Technology } from '../../cms/shapes/parts.ts'
import { Filters } from './filters.tsx'

const technology = (slug: string, projects: number): Technology => ({
  name: slug.toUpperCase(),
  slug,
  category: 'tool',
  icon: null,
  projects,
})
const KINDS = [
  { kind: 'school', projects: 3 },
  { kind: 'personal', projects: 1 },
]
const NOTHING = { by: 'nothing' } as const

test('each narrowing is a link with its number, the most used technologies first, unused ones not at all', () => {
  const technologies = [technology('a', 1), technology('b', 4), technology('c', 0)]
  const html = renderToStaticMarkup(
    <Filters filter={NOTHING} kinds={KINDS} technologies={technologies} />,
  )
  const hrefs = Array.from(html.matchAll(/href="([^"]+)"/g), ([, href]) => href)
  expect(hrefs).toEqual([
    '/projects',
    '/projects/kind/school',
    '/projects/kind/personal',
    '/projects/technology/b',
    '/projects/technology/a',
  ])
  expect(html).toMatch(/B<span class="filter-count"> (<!-- -->)?4/)
})

test('where one is, is marked, and only that', () => {
  const filter = { by: 'technology', technology: 'a' } as const
  const html = renderToStaticMarkup(
    <Filters filter={filter} kinds={KINDS} technologies={[technology('a', 1)]} />,
  )
  expect(html.match(/aria-current/g)).toHaveLength(1)
  expect(html).toContain('href="/projects/technology/a" aria-current="true"')
})

test('many technologies are folded away, but not the one that was chosen', () => {
  const technologies = Array.from({ length: 30 }, (_, index) =>
    technology(`t-${index}`, 30 - index),
  )
  const draw = (chosen: string) =>
    renderToStaticMarkup(
      <Filters
        filter={{ by: 'technology', technology: chosen }}
        kinds={[]}
        technologies={technologies}
      />,
    )
  expect(draw('t-0')).toContain('<details class="filter-more"><summary>18 more')
  expect(draw('t-29')).toContain('<details class="filter-more" open="">')
})

test('nothing to choose from is nothing to see', () => {
  expect(
    renderToStaticMarkup(
      <Filters filter={NOTHING} kinds={[]} technologies={[technology('a', 1)]} />,
    ),
  ).toBe('')
})
