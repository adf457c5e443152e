import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { slugify } from './slugify.ts'

test.each([
  ['Dining philosophers', 'dining-philosophers'],
  ['  C++ & Ümläut!  ', 'c-umlaut'],
  ['日本語', ''],
  ['--', ''],
  ['x'.repeat(200), 'x'.repeat(80)],
])('%j becomes %j', (title, slug) => {
  expect(slugify(title)).toBe(slug)
})

test('whatever the title, the slug fits into an address and stays the same when made again', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (title) => {
      const slug = slugify(title)
      expect(slug).toMatch(/^([a-z0-9]+(-[a-z0-9]+)*)?$/)
      expect(slug.length).toBeLessThanOrEqual(80)
      expect(slugify(slug)).toBe(slug)
    }),
  )
})
