import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { Window } from 'happy-dom'
import { useEffect } from 'react'
import { renderToStaticMarkup, renderToString } from 'react-dom/server'
import { setHighlighter } from '../../highlighting/highlight.ts'
import { prepareHighlighting } from '../../highlighting/load.ts'
import { eventually, inPage } from '../../testing/in-page.ts'
import { CodeBlock, type CodeBlockProps } from './code-block.tsx'

beforeAll(prepareHighlighting)
afterAll(() => setHighlighter(undefined))

const CODE = 'if (x < 1)\n\treturn "a"; // done\n\nend();\n'
const html = (props: Partial<CodeBlockProps> = {}) =>
  renderToStaticMarkup(<CodeBlock code={CODE} language="c" {...props} />)

const shown = (props: Partial<CodeBlockProps> = {}) => {
  const page = new Window()
  page.document.body.innerHTML = html(props)
  return page.document
}

test('code keeps every character, and nothing but code is in it to be copied', () => {
  expect(shown({ name: 'a' }).querySelector('code')?.textContent).toBe(CODE)
})

test('it is coloured by classes, without a style of its own', () => {
  expect(html()).toContain('<span class="code-comment"> // done</span>')
  expect(html()).not.toContain('style=')
})

test('it can be reached by keyboard, says its language and its caption', () => {
  expect(html({ caption: 'From main.c' })).toContain('<pre tabindex="0"')
  expect(html()).toContain('<p class="code-language">C</p>')
  expect(html({ caption: 'From main.c' })).toContain('<figcaption>From main.c</figcaption>')
  expect(html({ language: 'sh' })).toContain('>Shell</p>')
  for (const language of ['text', null, '']) {
    expect(html({ language })).not.toContain('code-language')
  }
})

test('what needs script is hidden until there is one', () => {
  const button = shown().querySelector('figure[data-code] button[data-copy]')
  expect(button?.hasAttribute('hidden')).toBe(true)
})

test('lines of a named block have addresses, which the Tab key passes over', () => {
  const document = shown({ name: 'work-3' })
  const links = [...document.querySelectorAll('a')]
  expect(links.map((link) => link.getAttribute('href'))).toEqual(
    [1, 2, 3, 4].map((line) => `#L-work-3-${line}`),
  )
  for (const link of links) {
    expect(document.getElementById(link.getAttribute('href')?.slice(1) ?? '')).not.toBeNull()
    expect(link.getAttribute('tabindex')).toBe('-1')
  }
})

test('a single line, and a block without a name, have none', () => {
  expect(html({ code: 'make\n', name: 'a' })).not.toMatch(/<a | id=/)
  expect(html()).not.toMatch(/<a | id=/)
})

test('the lines to look at are marked, and those only', () => {
  const marked = [...shown({ highlight: '2,4-9' }).querySelectorAll('.line-marked')]
  expect(marked.map(({ textContent }) => textContent?.trim())).toEqual([
    'return "a"; // done',
    'end();',
  ])
})

const Page = ({ onThere }: { onThere: () => void }) => {
  useEffect(onThere)
  return <CodeBlock code={CODE} language="c" name="a" highlight="2" />
}

test('in development a browser takes the page over without a highlighter, and the colours stay', async () => {
  let isThere = false
  const page = (
    <Page
      onThere={() => {
        isThere = true
      }}
    />
  )
  const drawn = renderToString(page)
  inPage(`<div id="root">${drawn}</div>`)
  const root = document.querySelector('#root') as Element
  const { hydrateRoot } = await import('react-dom/client')
  const complaints: unknown[] = []
  setHighlighter(undefined)
  // Scripts of the site may have been there before.
  root.querySelector('[data-copy]')?.removeAttribute('hidden')
  const said = jest.spyOn(console, 'error').mockImplementation((line) => complaints.push(line))
  const app = hydrateRoot(root, page, { onRecoverableError: (error) => complaints.push(error) })
  await eventually(() => isThere)
  const kept = root.innerHTML
  app.unmount()
  said.mockRestore()
  await prepareHighlighting()
  expect(complaints).toEqual([])
  expect(kept).toContain('<span class="code-comment"> // done</span>')
  expect(kept).toContain('id="L-a-4"')
})
