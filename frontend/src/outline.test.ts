import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { outlineAnchors, outlineLevels } from './outline.ts'

test.each([
  [
    [2, 3, 2, 4],
    [3, 4, 3, 4],
  ],
  [
    [3, 2, 6],
    [3, 3, 4],
  ],
  [
    [1, 2, 3, 4, 5, 6],
    [3, 4, 5, 6, 6, 6],
  ],
  [[], []],
])('headings written as %j become %j', (written, levels) => {
  expect(outlineLevels(written, 3)).toEqual(levels)
})

test('no outline begins below its place or skips a level, however it was written', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 6 })), (written) => {
      let before = 2
      for (const level of outlineLevels(written, 3)) {
        expect(level).toBeGreaterThanOrEqual(3)
        expect(level).toBeLessThanOrEqual(Math.min(6, before + 1))
        before = level
      }
    }),
  )
})

test('addresses are readable, and the same words twice are two places', () => {
  expect(outlineAnchors(['Élan & goût!', 'A', 'a', 'A 2', '…', '最初'], 'work')).toEqual([
    'work-elan-gout',
    'work-a',
    'work-a-2',
    'work-a-2-2',
    'work-part',
    'work-最初',
  ])
})

test('addresses are unique and hold no space, whatever the headings say', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 80 })), (texts) => {
      const anchors = outlineAnchors(texts, 'x')
      expect(new Set(anchors).size).toBe(texts.length)
      for (const anchor of anchors) expect(anchor).toMatch(/^x-[\p{L}\p{N}-]+$/u)
    }),
  )
})
