import { expect, test } from '@jest/globals'
import { check } from './check.ts'
import type { Facts } from './facts.ts'

const at = (path: string, label = path) => ({ path, label })
const FINE: Facts = {
  needed: [{ ...at('title'), isGiven: true }],
  search: {
    title: { ...at('seo.title'), text: 'A title of a page', isOwn: true },
    description: { ...at('seo.description'), text: 'x'.repeat(80), isOwn: true },
  },
  pictures: [{ ...at('cover'), name: 'a.png', state: 'is-fine' }],
  links: [{ ...at('body'), to: '“/projects”', isBroken: false }],
  shown: [{ ...at('related'), name: '“Other”', isPublic: true }],
  headings: [{ ...at('body'), levels: [2, 3, 4, 2, 3] }],
  diagrams: [{ ...at('diagrams.0.textAlternative'), hasWords: true }],
  empty: [],
  demo: { ...at('demo'), state: 'works' },
}
const found = (more: Partial<Facts>) =>
  check({ ...FINE, ...more }).map(({ level, where, message }) => [level, where.path, message])
const searched = (title: string, description: string, isOwn = true) => ({
  search: {
    title: { ...at('seo.title'), text: title, isOwn },
    description: { ...at('seo.description'), text: description, isOwn },
  },
})

test('a document in which all is right has no findings', () => {
  expect(check(FINE)).toEqual([])
})

test('what harms readers blocks: no title, a silent picture, a broken link, a diagram without words', () => {
  expect(
    found({
      needed: [{ ...at('summary', 'Summary'), isGiven: false }],
      pictures: [{ ...at('cover'), name: 'a.png', state: 'has-no-words' }],
      links: [{ ...at('body'), to: '“/nowhere”', isBroken: true }],
      diagrams: [{ ...at('diagrams.0.textAlternative'), hasWords: false }],
    }),
  ).toEqual([
    ['blocks', 'summary', expect.stringMatching(/^Summary is required/)],
    ['blocks', 'cover', expect.stringMatching(/“a\.png” shows.*decorative/)],
    ['blocks', 'diagrams.0.textAlternative', expect.stringMatching(/in words/)],
    ['blocks', 'body', expect.stringMatching(/“\/nowhere” leads nowhere/)],
  ])
})

test('everything else is advice', () => {
  const levels = found({
    pictures: [{ ...at('cover'), name: '', state: 'is-gone' }],
    shown: [{ ...at('related'), name: '“Other”', isPublic: false }],
    headings: [{ ...at('body'), levels: [2, 4] }],
    empty: [{ ...at('layout.0'), what: 'The block “Text”' }],
    demo: { ...at('demo'), state: 'failed' },
    ...searched('Short', 'Short'),
  }).map(([level]) => level)
  expect(levels).toHaveLength(7)
  expect(new Set(levels)).toEqual(new Set(['advice']))
})

test.each([
  [[2, 3, 4], false],
  [[2, 2, 3, 2], false],
  [[3], true],
  [[2, 4], true],
  [[2, 3, 2, 4], true],
  [[], false],
])('headings of levels %j', (levels, isWrong) => {
  expect(found({ headings: [{ ...at('body'), levels }] })).toHaveLength(isWrong ? 1 : 0)
})

test.each([
  ['x'.repeat(9), 1],
  ['x'.repeat(10), 0],
  ['x'.repeat(60), 0],
  ['x'.repeat(61), 1],
])('a title for search engines: %s', (title, count) => {
  expect(found(searched(title, 'x'.repeat(50)))).toHaveLength(count)
})

test.each([
  ['', 1],
  ['x'.repeat(49), 1],
  ['x'.repeat(50), 0],
  ['x'.repeat(160), 0],
  ['x'.repeat(161), 1],
])('a description for search engines: %s', (description, count) => {
  expect(found(searched('A good title', description))).toHaveLength(count)
})

test('what stands in for a description is told apart from one', () => {
  const [own] = found(searched('A good title', 'Short', true))
  const [instead] = found(searched('A good title', 'Short', false))
  expect(own?.[2]).toMatch(/^The description for search engines/)
  expect(instead?.[2]).toMatch(/^What search engines get/)
})

test.each([
  ['off', /switched off/],
  ['untested', /tried/],
  ['failed', /last tried/],
] as const)('a demo that is %s', (state, says) => {
  expect(found({ demo: { ...at('demo'), state } })).toEqual([
    ['advice', 'demo', expect.stringMatching(says)],
  ])
})

test('what blocks comes first, and the same finding in one place is told once', () => {
  const broken = { ...at('body'), to: '“/x”', isBroken: true }
  const items = check({
    ...FINE,
    links: [broken, broken],
    pictures: [{ ...at('cover'), name: '', state: 'is-gone' }],
  })
  expect(items.map(({ level }) => level)).toEqual(['blocks', 'advice'])
  expect(new Set(items.map(({ id }) => id)).size).toBe(2)
})

test('texts that wait for a translation are counted, in each language that visitors have', () => {
  const french = { ...at('title'), language: 'Français', instead: 'English' }
  expect(found({ untranslated: [{ ...french, texts: 0 }] })).toEqual([])
  expect(found({ untranslated: [{ ...french, texts: 1 }] })).toEqual([
    ['advice', 'title', 'One text is not in Français yet: readers of it get English.'],
  ])
  expect(found({ untranslated: [{ ...french, texts: 3 }] })).toEqual([
    ['advice', 'title', '3 texts are not in Français yet: readers of it get English.'],
  ])
})
