import { expect, test } from '@jest/globals'
import { z } from 'zod'
import { document, rows, safeHref, text } from './fields.ts'

test.each([
  'https://example.com/a?b=c',
  'http://localhost:3000',
  'mailto:noor@example.com',
  '/projects',
  '#terminal',
])('%s may be followed', (href) => {
  expect(safeHref(href)).toBe(href)
})

test.each([
  'javascript:alert(1)',
  ' JaVaScRiPt:alert(1)',
  'java\nscript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:x',
  '//evil.example',
  '/\\evil.example',
  'https://a b',
  '',
  null,
])('%j is no address', (href) => {
  expect(safeHref(href)).toBeNull()
})

test('text that says nothing is null', () => {
  expect(text.parse('  ')).toBeNull()
  expect(text.parse(undefined)).toBeNull()
  expect(text.parse(' a ')).toBe('a')
})

test('documents that visitors may not read, and rows without content, are left out', () => {
  const schema = rows(document(z.object({ name: z.string() })))
  expect(schema.parse([{ name: 'C' }, 'some-id', 7, null])).toEqual([{ name: 'C' }])
  expect(schema.parse(null)).toEqual([])
})
