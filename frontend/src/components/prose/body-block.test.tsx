import { expect, test } from '@jest/globals'
import { renderToStaticMarkup } from 'react-dom/server'
import { richTextSchema } from '../../cms/shapes/rich-text.ts'
import { BODY } from '../../testing/body-content.ts'
import { diagram } from '../../testing/pieces.ts'
import { Prose } from './prose.tsx'

const html = (...nodes: object[]) =>
  renderToStaticMarkup(<Prose nodes={richTextSchema.parse(nodes)} name="work" />)
const blockOf = (type: string) => BODY.find((node) => node.type === type) as object

test('every block that the CMS has is drawn', () => {
  expect(richTextSchema.parse(BODY)).toHaveLength(BODY.length)
  for (const node of BODY) expect(html(node)).not.toBe('<div class="prose"></div>')
})

test('blocks add nothing to the outline of a text', () => {
  const own = BODY.filter(({ type }) => type === 'heading').length
  expect(html(...BODY).match(/<h\d/g)).toHaveLength(own)
})

test('no block brings a style, a script or a frame', () => {
  expect(html(...BODY)).not.toMatch(/style=|<style|<script|<iframe|<object|<embed|javascript:/)
})

test('a walkthrough leads to the lines that it is about', () => {
  const all = html(blockOf('walkthrough'))
  expect(all).toContain('<a href="#L-work-0-0-2">lines 2–3</a>')
  expect(all).toContain('<a href="#L-work-0-0-5">line 5</a>')
  expect(all.match(/class="line line-marked"/g)).toHaveLength(3)
  expect(all).toContain('id="L-work-0-0-2"')
})

test('a diagram is there in both themes, leads to itself, and says in words what it shows', () => {
  const all = html({ type: 'diagram', diagram: diagram('A day') })
  const links = [...all.matchAll(/<a class="diagram-link (\S+)" href="([^"]+)" data-lightbox/g)]
  expect(links.map(([, look]) => look)).toEqual(['diagram-light', 'diagram-dark'])
  for (const [, , href] of links) expect(href).toMatch(/^\/diagrams\/[0-9a-f]{32}\.svg$/)
  expect(all).toContain('width="420" height="120" alt="Diagram: A day" loading="lazy"')
  expect(all).toContain('A philosopher thinks and then eats.')
  expect(all).not.toContain('<svg')
})

test('a diagram in the colours of its author lies on a plate of its own', () => {
  const all = html({ type: 'diagram', diagram: { ...diagram('A'), kind: 'svg', darkSvg: null } })
  expect(all.match(/<img/g)).toHaveLength(1)
  expect(all).toContain('diagram-plate')
})

test('a diagram that is not drawn yet is its words', () => {
  const all = html({ type: 'diagram', diagram: { ...diagram('A'), lightSvg: null, darkSvg: null } })
  expect(all).not.toMatch(/<img|<details|flowchart/)
  expect(all).toContain('<p class="lines">A philosopher thinks and then eats.</p>')
})

test('a drawing in plain text is a picture to those who hear it', () => {
  const ascii = {
    ...diagram(null),
    kind: 'ascii',
    source: '  a -> b\n',
    lightSvg: null,
    darkSvg: null,
  }
  expect(html({ type: 'diagram', diagram: ascii })).toContain(
    'role="img" aria-label="A philosopher thinks and then eats." tabindex="0">  a -&gt; b\n</pre>',
  )
})

test('a film that lies with a host is a link, and loads nothing from there', () => {
  const all = html(blockOf('video'))
  expect(all).toContain('href="https://vimeo.com/76979871" rel="noopener noreferrer"')
  expect(all).toContain('Watch at Vimeo')
  const sources = [...all.matchAll(/ (?:src|srcSet|poster)="([^"]+)"/g)]
  expect(sources.length).toBeGreaterThan(0)
  for (const [, source] of sources) expect(source).toMatch(/^\/media\//)
})

test('a film of the site’s own waits until it is asked for', () => {
  const all = html(...BODY.filter((node) => 'file' in node && node.file !== null))
  expect(all).toMatch(/<video controls="" preload="none" poster="\/media\/chart-a/)
  expect(all).toContain('src="/media/chart.mp4?v=0123456789ab"')
  const id = '7d1f1f0e-0000-4000-8000-000000000001'
  expect(all.match(/<track[^>]*>/g)).toEqual([
    `<track kind="captions" srcLang="en" label="English" src="/media/${id}/en.vtt?v=0123456789ab"/>`,
    `<track kind="captions" srcLang="fr" label="Français" src="/media/${id}/fr.vtt?v=0123456789ab"/>`,
  ])
})

test('captions that do not lie with the site are no captions of a film', () => {
  const film = BODY.find((node) => 'captions' in node) as object
  for (const url of [
    'https://evil.example/en.vtt',
    '/api/media/file/en.vtt',
    '/api/media/../x/captions/en',
  ]) {
    expect(html({ ...film, captions: [{ language: 'en', url }] })).not.toContain('<track')
  }
})

test('a tree of files is lists within lists', () => {
  const all = html(blockOf('fileTree')).replaceAll(/ class="[^"]*"/g, '')
  expect(all).toContain('<li><code>src/</code><ul><li><code>table.c</code>')
  expect(all).toContain('</li></ul></li><li><code>Makefile</code></li></ul>')
})

test('a step can be typed into the terminal of its own page only', () => {
  const [own, other] = BODY.filter(({ type }) => type === 'terminalStep').map((step) => html(step))
  expect(own).toMatch(/<button[^>]* data-terminal-command="\.\/philo 4 310 200 100"[^>]* hidden=""/)
  expect(own).toContain('<samp>310 1 died</samp>')
  expect(other).not.toContain('<button')
  expect(other).toContain('For the demo “A tiny shell”.')
})
