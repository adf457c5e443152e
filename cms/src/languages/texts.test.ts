import { expect, test } from '@jest/globals'
import type { FlattenedField } from 'payload'
import { inLanguage, isTranslated, isUnwritten, missingIn, withStandIns } from './texts.ts'

const title = { name: 'title', type: 'text', localized: true }
const kind = { name: 'kind', type: 'text' }
const fields = [
  title,
  kind,
  { name: 'seo', type: 'group', flattenedFields: [title, kind] },
  { name: 'rows', type: 'array', flattenedFields: [title, kind] },
  { name: 'layout', type: 'blocks', blocks: [{ slug: 'hero', flattenedFields: [title, kind] }] },
] as unknown as FlattenedField[]

const stored = {
  id: 'a',
  title: { en: 'One', fr: 'Un' },
  kind: 'school',
  seo: { title: { en: 'Seo' }, kind: 'k' },
  rows: [
    { id: '1', title: { en: 'Row', fr: 'Ligne' }, kind: 'k' },
    { id: '2', title: null },
  ],
  layout: [
    { id: 'x', blockType: 'hero', title: { en: 'Top', fr: '' } },
    { id: 'y', blockType: 'gone', title: { en: 'kept as it is' } },
  ],
}

const french = {
  id: 'a',
  title: 'Un',
  kind: 'school',
  seo: { title: undefined, kind: 'k' },
  rows: [
    { id: '1', title: 'Ligne', kind: 'k' },
    { id: '2', title: null },
  ],
  layout: [
    { id: 'x', blockType: 'hero', title: '' },
    { id: 'y', blockType: 'gone', title: { en: 'kept as it is' } },
  ],
}

test('a stored document is read in one language, with nothing standing in', () => {
  expect(inLanguage(fields, stored, 'fr')).toEqual(french)
  expect(inLanguage(fields, stored, 'en')).toMatchObject({
    title: 'One',
    rows: [{ title: 'Row' }, { id: '2' }],
  })
})

test('what a translation does not say, the other document says, row by row', () => {
  const english = inLanguage(fields, stored, 'en')
  // The rows of the translation were put in another order.
  const turned = { ...french, kind: null, rows: [{ id: '2' }, { id: '1', title: ' ' }, {}] }
  expect(withStandIns(fields, turned, english)).toMatchObject({
    title: 'Un',
    kind: null,
    seo: { title: 'Seo' },
    rows: [{ id: '2' }, { id: '1', title: 'Row' }, {}],
    layout: [{ title: 'Top' }, { blockType: 'gone' }],
  })
})

test('a document is translated as soon as one word of it is', () => {
  expect(isTranslated(fields, stored)).toBe(true)
  expect(isTranslated(fields, { title: { en: 'One', fr: ' ' }, rows: [] })).toBe(false)
  expect(isTranslated(fields, { rows: [{ title: { en: 'a', fr: 'b' } }] })).toBe(true)
})

test('what is written in one language alone is counted, wherever it stands', () => {
  // Of the search engines' title and the top of the page.
  expect(missingIn(fields, stored, 'fr')).toBe(2)
  expect(missingIn(fields, stored, 'en')).toBe(0)
})

const root = (...children: object[]) => ({ root: { type: 'root', children } })
const paragraph = (...children: object[]) => ({ type: 'paragraph', children })

test.each([
  ['nothing', undefined, true],
  ['spaces', '  ', true],
  ['a word', 'a', false],
  ['no lines', [], true],
  ['a line', ['a'], false],
  ['an editor that was emptied', root(paragraph({ type: 'text', text: ' ' })), true],
  ['a text of the editor', root(paragraph({ type: 'text', text: 'a' })), false],
  ['a block of the editor', root({ type: 'block', fields: {} }), false],
])('%s is judged by its words', (_, value, isEmpty) => {
  expect(isUnwritten(value)).toBe(isEmpty)
})
