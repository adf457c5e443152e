import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { JSDOM } from 'jsdom'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import Markdown from 'react-markdown'
import remarkGfm from 'remark-gfm'
import { code, fenced, item, link, paragraphs, quoted, table, words } from './text.ts'

const { body: page } = new JSDOM('').window.document

/** How a reader of GitHub's Markdown draws it. */
const drawn = (markdown: string) => {
  const element = createElement(Markdown, { remarkPlugins: [remarkGfm] }, markdown)
  page.innerHTML = renderToStaticMarkup(element)
  return page
}

const ONE_LINE = /[ \t\r\n\f]+/g
const readable = (text: string) => text.replaceAll(ONE_LINE, ' ').trim()

/** Signs that mean something, more often than chance has them. */
const nasty = fc
  .array(
    fc.oneof(
      fc.constantFrom(...'\\`*_[]()<>#+-=~|!&;:.1 \n'.split('')),
      fc.constantFrom('&amp;', '1.', '---', '```', '<b>', '](x)', '| - |', '    ', 'a', 'bc'),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''))

const checked = (property: (text: string) => void) =>
  fc.assert(fc.property(nasty, property), { numRuns: 150 })

test('words read as exactly those words, whatever they are', () => {
  checked((text) => {
    const body = drawn(words(text))
    expect(readable(body.textContent ?? '')).toBe(readable(text))
    expect(body.querySelector('em, strong, code, a, img, h1, h2, ul, ol, hr, table, b, del')).toBe(
      null,
    )
  })
})

test('paragraphs keep their breaks, and nothing in them becomes markup', () => {
  checked((text) => {
    const body = drawn(paragraphs(text))
    expect(body.querySelector('em, strong, code, a, h1, h2, ul, ol, hr, table, pre')).toBe(null)
  })
  expect(paragraphs('a\nb\n\n\nc')).toBe('a\\\nb\n\nc')
})

test('a line that underlines the one before it makes no table of the two', () => {
  expect(drawn(paragraphs('\\\n:---')).querySelector('table')).toBe(null)
})

test('code is kept to the letter: no run of backticks ends it', () => {
  checked((text) => {
    const block = drawn(fenced(`${text}\nend`, 'c')).querySelector('pre code')
    expect(block?.textContent).toBe(`${text}\nend\n`.replaceAll('\r', '\n'))
    const line = readable(text)
    if (line) expect(drawn(`x ${code(line)}`).querySelector('code')?.textContent).toBe(line)
  })
})

test('a language with anything odd in it is left out of the fence', () => {
  expect(fenced('x', 'c++')).toBe('```c++\nx\n```')
  expect(fenced('x', 'c\n```\n<script>')).toBe('```\nx\n```')
})

test('the words of a link stay in it, and its address ends where it should', () => {
  checked((text) => {
    const shown = drawn(`- ${link(`a${text}b`, 'https://e.example/a (b)')}`).querySelectorAll('a')
    expect(shown).toHaveLength(1)
    expect(readable(shown[0]?.textContent ?? '')).toBe(readable(`a${text}b`))
    expect(shown[0]?.getAttribute('href')).toBe('https://e.example/a%20%28b%29')
  })
})

test('a cell of a table never becomes two', () => {
  const body = drawn(
    table([
      [words('a|b'), words('c')],
      [words('1. d'), ''],
    ]),
  )
  expect(Array.from(body.querySelectorAll('th, td'), (cell) => cell.textContent)).toEqual([
    'a|b',
    'c',
    '1. d',
    '',
  ])
})

test('what belongs to an item or a quotation stays in it', () => {
  const body = drawn(`${item('one\n\n```\ncode\n```')}\n\n${quoted('a\n\nb')}`)
  expect(body.querySelector('li pre')?.textContent).toBe('code\n')
  expect(body.querySelectorAll('blockquote p')).toHaveLength(2)
})
