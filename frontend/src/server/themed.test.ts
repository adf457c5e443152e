// What a visitor's choice of a theme makes of a document.
import { describe, expect, test } from '@jest/globals'
import { inTheme } from './themed.ts'

const page = (attributes = '') =>
  Buffer.from(
    `<!DOCTYPE html><html${attributes}><head>` +
      '<meta name="theme-color" content="#fff" media="(prefers-color-scheme:light)" data-scheme="light"/>' +
      '<meta name="theme-color" content="#000" media="(prefers-color-scheme:dark)" data-scheme="dark"/>' +
      '</head><body><p>media="(prefers-color-scheme:dark)" data-scheme= &lt;html</p></body></html>',
  )

describe('a document in a theme', () => {
  test('has it on its root, with the browser’s own colour', () => {
    const html = inTheme(page(' lang="fr"'), 'dark').toString()
    expect(html).toContain('<html data-theme="dark" lang="fr">')
    expect(html).toContain('content="#fff" media="not all" data-scheme="light"')
    expect(html).toContain('content="#000" media="all" data-scheme="dark"')
  })

  test('has the same body as before', () => {
    const bodyOf = (html: string) => html.slice(html.indexOf('<body>'))
    expect(bodyOf(inTheme(page(), 'light').toString())).toBe(bodyOf(page().toString()))
  })

  test('keeps the theme that it came with', () => {
    const preview = page(' data-theme="light"')
    expect(inTheme(preview, 'dark')).toEqual(preview)
  })

  test.each(['', '<html', 'plain text'])('%j, which is no document, stays as it is', (text) => {
    expect(inTheme(Buffer.from(text), 'dark').toString()).toBe(text)
  })
})
