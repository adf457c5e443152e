import { expect, test } from '@jest/globals'
import { renderToStaticMarkup } from 'react-dom/server'
import { bodySchema } from '../../cms/lexical.ts'
import { Prose } from './prose.tsx'
import { Text } from './text.tsx'

const html = (...children: object[]) =>
  renderToStaticMarkup(<Prose blocks={bodySchema.parse({ root: { type: 'root', children } })} />)
const text = (value: string, format = 0) => ({ type: 'text', text: value, format })
const paragraph = (...children: object[]) => ({ type: 'paragraph', children })

test('text is escaped wherever it stands', () => {
  const evil = '<img src=x onerror=alert(1)>'
  const all = html(
    paragraph(text(evil)),
    { type: 'block', fields: { blockType: 'code', language: 'c', code: evil } },
    { type: 'block', fields: { blockType: 'callout', tone: 'note', text: evil } },
  )
  expect(all).not.toContain('<img')
  expect(all.match(/&lt;img/g)).toHaveLength(3)
})

test('a link that would run script is only its words', () => {
  const link = { type: 'link', fields: { url: 'javascript:alert(1)' }, children: [text('click')] }
  expect(html(paragraph(link))).toBe('<div class="prose"><p>click</p></div>')
})

test('a link elsewhere does not hand over this window', () => {
  const link = { type: 'link', fields: { url: 'https://e.example/' }, children: [text('there')] }
  expect(html(paragraph(link))).toContain('<a href="https://e.example/" rel="noopener">there</a>')
})

test('marks nest and headings stay under the section’s own', () => {
  expect(html(paragraph(text('x', 1 + 2)))).toContain('<strong><em>x</em></strong>')
  expect(html({ type: 'heading', tag: 'h1', children: [text('T')] })).toContain('<h3>T</h3>')
})

test('code keeps every character, can be reached by keyboard and says its language', () => {
  const code = 'if (x < 1)\n\treturn "a"; // done'
  const all = html({ type: 'block', fields: { blockType: 'code', language: 'c', code } })
  expect(all).toContain('<pre tabindex="0">')
  expect(all).toContain('<figcaption class="code-language">C</figcaption>')
  expect(all).toContain('<span class="code-comment">// done</span>')
})

test('a tone that nobody knows is a note, and never a class of the owner’s choice', () => {
  const fields = { blockType: 'callout', tone: 'x" onclick="', text: 'Mind' }
  expect(html({ type: 'block', fields })).toContain('class="callout callout-note"')
})

test('plain text becomes paragraphs', () => {
  expect(renderToStaticMarkup(<Text text={'a\nb\n\n\nc'} />)).toBe(
    '<div class="prose"><p class="lines">a\nb</p><p class="lines">c</p></div>',
  )
})
