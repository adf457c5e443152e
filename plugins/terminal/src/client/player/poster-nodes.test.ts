import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Cast } from '../../recordings/asciicast.ts'
import { renderPoster } from '../../recordings/poster.ts'
import { posterRuns } from './poster-nodes.ts'

const castOf = (text: string): Cast => ({
  cols: 80,
  rows: 10,
  events: [
    { atMs: 0, is: 'output', text },
    { atMs: 1000, is: 'output', text: '' },
  ],
})
const textOf = (html: string) =>
  posterRuns(html)
    .map(({ text }) => text)
    .join('')

describe('the runs of a poster', () => {
  test('are what the poster was made from', async () => {
    const html = await renderPoster(castOf('a\x1b[1;31m<b> & "c"\x1b[0m\r\n\'d\''))
    expect(posterRuns(html)).toEqual([
      { classes: [], text: 'a' },
      { classes: ['bold', 'f1'], text: '<b> & "c"' },
      { classes: [], text: "\n'd'" },
    ])
  })

  test('are plain text again, whatever was printed', async () => {
    const line = fc.string({ unit: fc.constantFrom(...'<>&"\'; a1/spanclass='), maxLength: 70 })
    await fc.assert(
      fc.asyncProperty(line, async (text) => {
        for (const printed of [text, `\x1b[32m${text}`]) {
          expect(textOf(await renderPoster(castOf(printed))).trimEnd()).toBe(text.trimEnd())
        }
      }),
      { numRuns: 40 },
    )
  })

  test.each([
    '<script>alert(1)</script>',
    '<span onclick="alert(1)">x</span>',
    '<span class="f1" style="x">y',
    '<img src=x>',
  ])('take what is no span of ours for text: %s', (html) => {
    expect(textOf(html)).toBe(html.replace('</span>', ''))
  })

  test('have no class that is not ours', () => {
    expect(posterRuns('<span class="f12 evil bold">x</span>')).toEqual([
      { classes: ['f12', 'bold'], text: 'x' },
    ])
  })
})
