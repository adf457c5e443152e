import { expect, test } from '@jest/globals'
import { renderToStaticMarkup } from 'react-dom/server'
import { experienceSchema } from '../cms/shapes/experience.ts'
import { CONTENT } from '../testing/content.ts'
import { expectOutline, expectSoundIds } from '../testing/outline.ts'
import { Experience } from './experience.tsx'
import { Experiences } from './experiences.tsx'

const full = experienceSchema.parse(CONTENT.experiences[0])
const bare = experienceSchema.parse({ slug: 'bare', company: 'Mill', role: 'Miller' })

test('a position shows every part, with an outline that skips no level', () => {
  const html = renderToStaticMarkup(<Experience experience={full} />)
  expectOutline(html)
  expectSoundIds(html)
  for (const id of [
    'overview',
    'figures',
    'impact',
    'architecture',
    'code',
    'documents',
    'projects',
  ]) {
    expect(html).toContain(`<h2 class="section-heading" id="${id}">`)
  }
  expect(html).toContain('Since Feb 2023')
  expect(html).toContain(
    '<a href="https://example.com/harbour" rel="noopener">example.com/harbour</a>',
  )
  expect(html).toContain('href="/projects/tide-tables"')
  expect(html).toContain('href="/experiences"')
})

test('a position with nothing but its name has no empty parts', () => {
  const html = renderToStaticMarkup(<Experience experience={bare} />)
  expectOutline(html)
  expect(html).toContain('Miller, Mill')
  expect(html).not.toMatch(/<section|<dl|undefined|null/)
})

test('the list names each position once, as its one link', () => {
  const html = renderToStaticMarkup(<Experiences experiences={[full, bare]} />)
  expectOutline(html)
  expect(html.match(/<a /g)).toHaveLength(2)
  expect(html).toContain('>Systems programmer</a>')
  expect(html).toContain('Harbour Office · Rotterdam')
  expect(html.match(/career-current/g)).toHaveLength(1)
})

test('without positions the list says so and leads to the résumé', () => {
  const html = renderToStaticMarkup(<Experiences experiences={[]} />)
  expect(html).toContain('href="/resume"')
})
