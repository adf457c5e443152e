import { expect, test } from '@jest/globals'
import { detectFormat } from './kinds.ts'

const svg = '<svg xmlns="http://www.w3.org/2000/svg"/>'

test.each([
  svg,
  `\ufeff${svg}`,
  `<?xml version="1.0"?>\n<!-- by hand --><!---->\n<!DOCTYPE svg PUBLIC "x" "y">\n<!-- > -->${svg}`,
])('a drawing is known by its root, whatever may stand before it: %s', (text) => {
  expect(detectFormat(Buffer.from(text))).toBe('svg')
})

test.each([
  '<svgx/>',
  'x<svg/>',
  `<!-- ${svg}`,
  '<!DOCTYPE svg [<!ENTITY a "b">]><svg/>',
  '<html>',
])('nothing else is a drawing: %s', (text) => {
  expect(() => detectFormat(Buffer.from(text))).toThrow()
})

// With an expression that backtracks over comments, this test would not end within the life of the universe.
test('many comments before something else are turned away at once', () => {
  expect(() => detectFormat(Buffer.from(`${'<!---->'.repeat(500)}<html>`))).toThrow()
})
