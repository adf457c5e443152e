// What of a text in Markdown reaches the editor.
import { expect, test } from '@jest/globals'
import { partsOf, withoutHtml } from './markdown-parts.ts'
import { createNotes } from './notes.ts'

const parts = (markdown: string) => partsOf(markdown, createNotes())

test('listings are kept as they are, with their language', () => {
  expect(parts('Before\n\n```c\nint a = 1 < 2; // <b>\n```\n\nAfter')).toEqual([
    { kind: 'text', markdown: 'Before' },
    { kind: 'code', language: 'c', code: 'int a = 1 < 2; // <b>' },
    { kind: 'text', markdown: 'After' },
  ])
})

test('a fence without an end is a listing to the end of the text', () => {
  expect(parts('~~~\na\nb')).toEqual([{ kind: 'code', language: 'text', code: 'a\nb' }])
})

test('headings are brought to the levels that the editor has', () => {
  expect(parts('# One\n\n###### Six ##')).toEqual([
    { kind: 'text', markdown: '## One\n\n#### Six' },
  ])
})

test('a table becomes a listing', () => {
  expect(parts('| a | b |\n|---|---|\n| 1 | 2 |\nend')).toEqual([
    { kind: 'code', language: 'text', code: '| a | b |\n|---|---|\n| 1 | 2 |' },
    { kind: 'text', markdown: 'end' },
  ])
})

test.each([
  ['<h1 align="center">Kettle</h1>', 'Kettle'],
  ['a <script>alert("x < y")</script> b', 'a  b'],
  ['a <SCRIPT>alert(1)</sCript> b', 'a  b'],
  ['a <script>alert(1)', 'a '],
  ['a <!-- b --> c', 'a  c'],
  ['1 < 2 and 3 > 2', '1 < 2 and 3 > 2'],
  ['`#include <stdio.h>` and ``a ` <b>``', '`#include <stdio.h>` and ``a ` <b>``'],
  ['<https://example.com/a>', '[https://example.com/a](https://example.com/a)'],
  ['<img src=x onerror=alert(1)>text', 'text'],
])('of %s what is text is kept', (given, kept) => {
  expect(withoutHtml(given, createNotes())).toBe(kept)
})

test('what is left out is named', () => {
  const notes = createNotes()
  partsOf('a <script>steal()</script> ![badge](https://example.com/b.svg)\n\n| t |', notes)
  expect(notes.list()).toEqual([
    expect.stringContaining('<script>steal()'),
    expect.stringContaining('https://example.com/b.svg'),
    expect.stringContaining('| t |'),
  ])
})
