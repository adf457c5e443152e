import { describe, expect, test } from '@jest/globals'
import { SEARCH } from '../limits.ts'
import { excerptOf, markIn } from './excerpt.ts'
import { foldText } from './fold.ts'
import { questionOf } from './question.ts'
import { searchRow } from './searched.ts'
import { wordsOf } from './words-of.ts'

test('text is compared without case, accents and punctuation', () => {
  expect(foldText('Ångström’s  C++, Straße & ﬁn\0!')).toBe('angstrom s c straße fin')
  expect(foldText('"; drop table x; --')).toBe('drop table x')
})

describe('a question', () => {
  const ask = (text: string) => {
    const question = questionOf(text)
    return question && [question.web, question.prefix]
  }

  test('is its words, of which the last may be unfinished', () => {
    expect(ask('Hello Wörl')).toEqual(['hello', "'worl':*"])
    expect(ask('shell')).toEqual(['', "'shell':*"])
    expect(ask('next.js')).toEqual(['next', "'js':*"])
  })

  test('may have phrases, words that must not be there, and alternatives', () => {
    expect(ask('"unix shell" fast')).toEqual(['"unix shell"', "'fast':*"])
    expect(ask('fast "unix shell"')).toEqual(['fast "unix shell"', ''])
    expect(ask('shell -slow')).toEqual(['shell -"slow"', ''])
    expect(ask('c or rust')).toEqual(['c or rust', ''])
  })

  test('that says nothing is none', () => {
    for (const text of ['', ' ', '"', '""', '-x', '!&|():*<->', '\0', '-', 'or']) {
      expect([text, ask(text)]).toEqual([text, undefined])
    }
  })

  test('holds nothing that Postgres would read as anything else', () => {
    const hostile = "a' & 'b' | !(c) <-> d:* \\ %_; -- /* */ $$ \ud800"
    const [web = '', prefix = ''] = ask(hostile) ?? []
    expect(web).toMatch(/^[\p{L}\p{N}" -]*$/u)
    expect(prefix).toMatch(/^('[\p{L}\p{N}]+':\*)?$/u)
  })
})

describe('an excerpt', () => {
  const terms = questionOf('kernel mod')!.terms

  test('marks what was asked for, as it is written', () => {
    expect(markIn('A Kérnel module, modern', terms)).toEqual([
      { text: 'A ', isMatch: false },
      { text: 'Kérnel', isMatch: true },
      { text: ' ', isMatch: false },
      { text: 'module', isMatch: true },
      { text: ', ', isMatch: false },
      { text: 'modern', isMatch: true },
    ])
  })

  test('is cut around the first match, between words, and says so', () => {
    const text = `${'before '.repeat(100)}kernel ${'after '.repeat(100)}`
    const pieces = excerptOf(text, terms)
    const shown = pieces.map(({ text: piece }) => piece).join('')
    expect(shown).toMatch(/^…before .*kernel after.*after…$/)
    expect(shown.length).toBeLessThanOrEqual(SEARCH.excerpt + 2)
    expect(pieces.filter(({ isMatch }) => isMatch)).toEqual([{ text: 'kernel', isMatch: true }])
  })

  test('of a text without a match is its beginning, and of nothing is nothing', () => {
    expect(excerptOf('Something else', terms)).toEqual([{ text: 'Something else', isMatch: false }])
    expect(excerptOf('', terms)).toEqual([])
    expect(excerptOf('x'.repeat(5000), terms)[0]?.text.length).toBe(SEARCH.excerpt)
  })
})

test('the words of a document are what people wrote in it, in their order', () => {
  const id = '00000000-0000-4000-8000-000000000000'
  const doc = {
    id,
    createdAt: '2026-01-01T00:00:00.000Z',
    kind: 'personal',
    body: {
      root: {
        type: 'root',
        children: [
          {
            type: 'paragraph',
            format: 'left',
            children: [{ type: 'text', text: 'Hello', mode: 'normal' }],
          },
          { type: 'block', fields: { blockType: 'code', language: 'c', code: 'int main;' } },
          {
            type: 'block',
            fields: {
              blockType: 'diagram',
              source: '<svg />',
              textAlternative: 'A line',
              lightSvg: '<svg />',
              darkSvg: '<svg />',
              drawnFrom: 'svg mark',
            },
          },
        ],
      },
    },
    links: { live: 'https://example.com/secret' },
    cover: id,
    related: [{ id, createdAt: 'x', title: 'Another document' }],
    features: [{ id: '0123456789abcdef01234567', text: 'Fast' }],
  }
  expect(wordsOf(doc)).toBe('Hello int main; A line Fast')
  expect(wordsOf(doc, 8)).toBe('Hello int')
  const deep = (levels: number): unknown => (levels === 0 ? 'deep' : [deep(levels - 1)])
  expect(wordsOf(deep(1000))).toBe('')
})

test('a row has each word once, where it weighs most, and never more than the index takes', () => {
  const long = 'word '.repeat(SEARCH.maxText)
  const doc = { id: 'i', slug: 's', title: 'T', summary: 'S', technologies: ['t'], problem: long }
  const row = searchRow({ collection: 'projects', locale: 'en' }, doc, new Map([['t', 'Node.js']]))
  expect(row).toMatchObject({ title: 'T', summary: 'S', technologies: ['t'] })
  expect(row?.words).toMatchObject({ title: 't', summary: 's', technologies: 'node js' })
  expect(row?.words.body.length).toBeLessThanOrEqual(SEARCH.maxText)
  expect(searchRow({ collection: 'users', locale: 'en' }, doc, new Map())).toBeUndefined()
})
