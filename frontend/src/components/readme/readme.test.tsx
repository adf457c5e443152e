import { expect, test } from '@jest/globals'
import { renderToStaticMarkup } from 'react-dom/server'
import { expectSoundIds } from '../../testing/outline.ts'
import { Readme } from './readme.tsx'

const html = (markdown: string) => renderToStaticMarkup(<Readme markdown={markdown} />)

test('headings lie below the section’s own, skip no level and have addresses', () => {
  const all = html('# A\n\n### B\n\n# A\n\n###### C d')
  expect([...all.matchAll(/<h(\d) id="([^"]+)"/g)].map(([, level, id]) => [level, id])).toEqual([
    ['3', 'readme-a'],
    ['4', 'readme-b'],
    ['3', 'readme-a-2'],
    ['4', 'readme-c-d'],
  ])
})

test('links to places in the text find them', () => {
  expect(html('# Élan vital!\n\n[x](#élan-vital)')).toContain('href="#readme-elan-vital"')
})

test('HTML is left out, whatever it is', () => {
  const all = html(
    '<script>alert(1)</script>\n\na <b onclick="x">b</b> <!-- c --> <img src=x onerror=y>',
  )
  expect(all).toBe('<div class="prose readme">\n<p>a b  </p></div>')
})

test.each(['javascript:alert(1)', 'data:text/html,x', 'vbscript:x', '//evil.example', './LICENSE'])(
  'a link to %s is only its words',
  (url) => {
    expect(html(`[words](${url})`)).toContain('<p>words</p>')
  },
)

test('links elsewhere do not hand over this window', () => {
  expect(html('https://example.com/a')).toContain(
    '<a href="https://example.com/a" rel="noopener nofollow">https://example.com/a</a>',
  )
})

test('pictures are the site’s own; others are links, and words where they are in a link already', () => {
  expect(html('![a](/media/a.webp)')).toContain('<img src="/media/a.webp" alt="a" loading="lazy"')
  expect(html('![a](https://e.example/a.png)')).toContain('href="https://e.example/a.png"')
  expect(html('[![a](https://e.example/a.png)](https://ci.example/)').match(/<a /g)).toHaveLength(1)
  expect(html('![a][b]\n\n[b]: https://e.example/a.png')).not.toContain('<img')
})

test('code is code as everywhere, and keeps its spaces', () => {
  const all = html('```sh\nmake\n\t./a\n```\n\n`x`\n\n    indented')
  expect(all).toContain('class="code-language">Shell</p>')
  expect(all).toContain('\t./a\n')
  expect(all).toContain('<code>x</code>')
  expect(all.match(/<figure class="code/g)).toHaveLength(2)
})

test('tables scroll by themselves and align without a style of their own', () => {
  const all = html('| a | b |\n| :-: | --: |\n| 1 | 2 |')
  expect(all).toContain('role="group" aria-label="Table" tabindex="0"><table>')
  expect(all).toContain('<th scope="col" class="cell-center">a</th>')
  expect(all).toContain('<td class="cell-right">2</td>')
  expect(all).not.toContain('style=')
})

test('tasks are said in words', () => {
  const all = html('- [x] one\n- [ ] two')
  expect(all).not.toContain('<input')
  expect(all).toMatch(/Done:<\/span> one[\s\S]*To do:<\/span> two/)
})

test('notes lead there and back, under a title that is no heading', () => {
  const all = html('a[^1] b[^1]\n\n[^1]: c')
  expect(all).not.toMatch(/<h\d/)
  expectSoundIds(all)
  for (const [, to] of all.matchAll(/href="#([^"]+)"/g)) expect(all).toContain(`id="${to}"`)
})
