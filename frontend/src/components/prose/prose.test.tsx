import { expect, test } from '@jest/globals'
import { renderToStaticMarkup } from 'react-dom/server'
import { richTextSchema } from '../../cms/shapes/rich-text.ts'
import { Prose } from './prose.tsx'
import { Text } from './text.tsx'

const html = (...nodes: object[]) =>
  renderToStaticMarkup(<Prose nodes={richTextSchema.parse(nodes)} />)
const text = (value: string, ...marks: string[]) => ({ type: 'text', text: value, marks })
const link = (url: string | null, project: string | null = null) => ({
  type: 'link',
  url,
  project,
  text: 'there',
})
const paragraph = (...pieces: object[]) => ({ type: 'paragraph', pieces })

test('text is escaped wherever it stands', () => {
  const evil = '<img src=x onerror=alert(1)>'
  const all = html(
    paragraph(text(evil)),
    { type: 'code', language: 'c', code: evil, caption: null },
    { type: 'callout', tone: 'note', text: evil },
  )
  expect(all).not.toContain('<img')
  expect(all.match(/&lt;img/g)).toHaveLength(3)
})

test('a link that would run script is only its words', () => {
  expect(html(paragraph(link('javascript:alert(1)')))).toBe('<div class="prose"><p>there</p></div>')
})

test('a link elsewhere does not hand over this window, one to a project knows its page', () => {
  expect(html(paragraph(link('https://e.example/')))).toContain(
    '<a href="https://e.example/" rel="noopener">there</a>',
  )
  expect(html(paragraph(link(null, 'tiny-shell')))).toContain(
    '<a href="/projects/tiny-shell">there</a>',
  )
})

test('marks nest, lines break and headings stay under the section’s own', () => {
  expect(html(paragraph(text('x', 'bold', 'italic'), text('\n')))).toContain(
    '<strong><em>x</em></strong><br/>',
  )
  expect(html({ type: 'heading', level: 1, pieces: [text('T')] })).toContain('<h3>T</h3>')
})

test('items that lie deeper are a list within their item', () => {
  const item = (depth: number, words: string) => ({ depth, pieces: [text(words)] })
  const items = [item(0, 'a'), item(1, 'b'), item(2, 'c'), item(1, 'd'), item(0, 'e')]
  expect(html({ type: 'list', isOrdered: false, items })).toContain(
    '<ul><li>a<ul><li>b<ul><li>c</li></ul></li><li>d</li></ul></li><li>e</li></ul>',
  )
})

test('a tone that nobody knows is a note, and never a class of the owner’s choice', () => {
  expect(html({ type: 'callout', tone: 'x" onclick="', text: 'Mind' })).toContain(
    'class="callout callout-note"',
  )
})

test('what the site does not know is left out, and the text around it stays', () => {
  expect(html(paragraph(text('a')), { type: 'later' }, { type: 'quote' }, paragraph())).toBe(
    '<div class="prose"><p>a</p></div>',
  )
})

test('plain text becomes paragraphs', () => {
  expect(renderToStaticMarkup(<Text text={'a\nb\n\n\nc'} />)).toBe(
    '<div class="prose"><p class="lines">a\nb</p><p class="lines">c</p></div>',
  )
})
