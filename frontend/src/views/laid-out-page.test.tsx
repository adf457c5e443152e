import { expect, test } from '@jest/globals'
import { renderToStaticMarkup } from 'react-dom/server'
import { type LaidOutPage as PageContent, pageSchema } from '../cms/shapes/page.ts'
import { Speaks } from '../i18n/context.tsx'
import { CONTENT } from '../testing/content.ts'
import { expectOutline, expectSoundIds } from '../testing/outline.ts'
import { LaidOutPage } from './laid-out-page.tsx'

const content = pageSchema.parse(CONTENT.pages.find(({ slug }) => slug === 'everything'))
const draw = (page: PageContent) => renderToStaticMarkup(<LaidOutPage content={page} />)
const html = draw(content)

/** The page with only those of its blocks. */
const only = (...types: string[]) =>
  draw({ ...content, layout: content.layout.filter(({ type }) => types.includes(type)) })

test('every block of the layout builder is on the page, under an outline that skips no level', () => {
  expect(new Set(content.layout.map(({ type }) => type)).size).toBe(14)
  expectOutline(html)
  expectSoundIds(html)
  expect(html).not.toMatch(/undefined|NaN|\[object/)
})

test.each([
  ['hero', 'Small programs, measured'],
  ['prose', 'A program without a number'],
  ['caseStudy', 'A tree of servers'],
  ['callToAction', 'Tell me about it.'],
  ['statBar', 'readings lost'],
  ['featureCards', 'Pointers, at the kitchen table.'],
  ['tabs', 'I join the people who are there.'],
  ['table', 'A hungry table'],
  ['projectList', 'Dining philosophers'],
  ['technologyGroups', 'For ten years now.'],
  ['documents', 'PDF · 48.2 kB'],
  ['gallery', 'Five seats'],
  ['code', 'main'],
  ['quotation', 'Programs must be written'],
])('a page of one %s is a whole page', (type, words) => {
  const alone = only(type)
  expect(alone).toContain(words)
  expectOutline(alone)
})

test('a hero on top is the head of the page; further down it is a part of it', () => {
  expect(html).toContain('<h1>How I work</h1>')
  const below = draw({ ...content, layout: content.layout.toReversed() })
  expect(below).toContain('<h1>Everything</h1>')
  expect(below).toMatch(/<h2[^>]*>How I work<\/h2>/)
  expectOutline(below)
})

test.each([
  ['as it is', content.layout],
  ['the other way round', content.layout.toReversed()],
  ['without a hero', content.layout.filter(({ type }) => type !== 'hero')],
])('one button of the page is filled: the first (%s)', (_order, layout) => {
  const drawn = draw({ ...content, layout })
  const buttons = Array.from(drawn.matchAll(/ class="(button[^"]*)"/g), ([, classes]) => classes)
  const [first, ...others] = buttons
  expect(first).toBe('button')
  expect(new Set(others)).toEqual(
    new Set(layout.length < content.layout.length ? [] : ['button button-quiet']),
  )
})

test('tabs are disclosures of one group, the first open, and hold their words without script', () => {
  const drawn = only('tabs')
  const tabs = [...drawn.matchAll(/<details[^>]*>/g)].map(([tag]) => tag)
  const block = content.layout.find(({ type }) => type === 'tabs')
  if (block?.type !== 'tabs') throw new Error('There are no tabs.')
  expect(tabs).toHaveLength(block.tabs.length)
  const panels = drawn.split('<details').slice(1)
  for (const [index, { label, sections }] of block.tabs.entries()) {
    expect(panels[index]).toContain(`${label}</h3></summary>`)
    expect(sections.length).toBeGreaterThan(0)
    for (const { title } of sections) expect(panels[index]).toContain(`${title}</h4>`)
  }
  const [name] = tabs.map((tag) => / name="([^"]+)"/.exec(tag)?.[1])
  expect(name).toBeDefined()
  for (const tag of tabs) expect(tag).toContain(` name="${name}"`)
  expect(tabs.map((tag) => / open(=|>| )/.test(tag))).toEqual([true, false, false])
  expect(html).not.toContain('role="tab')
})

test('heads of a table say what they are the head of, an empty one is no head, and the box takes the focus', () => {
  const table = only('table')
  expect(table).toContain('<td></td><th scope="col">Eat</th>')
  expect(table).toContain('<th scope="row">A hungry table</th><td>200</td>')
  expect(table).toMatch(/<section[^>]*aria-labelledby="part-1"[^>]*tabindex="0"/i)
  expect(table).toContain('<caption id="part-1">')
})

test('a row that is too short is filled up', () => {
  const layout = content.layout.filter(({ type }) => type === 'table')
  const [table] = layout
  if (table?.type !== 'table') throw new Error('There is no table.')
  const short = { ...table, rows: [...table.rows, ['Alone']] }
  expect(draw({ ...content, layout: [short] })).toContain(
    '<th scope="row">Alone</th><td></td><td></td><td></td>',
  )
})

test('links of the owner lead to pages in the visitor’s language', () => {
  const french = renderToStaticMarkup(
    <Speaks language="fr">
      <LaidOutPage content={content} />
    </Speaks>,
  )
  expect(french).toContain('href="/fr/projects/technology/c"')
  expect(french).toContain('href="/fr/projects"')
  expect(french).toContain('Approche')
})
