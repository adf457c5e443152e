import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { TerminalModes } from './terminal-modes.ts'

const preambleOf = (...chunks: string[]) => {
  const modes = new TerminalModes()
  for (const chunk of chunks) modes.feed(Buffer.from(chunk, 'latin1'))
  return modes.preamble()
}

describe('the modes of a terminal', () => {
  test('are those that were set last', () => {
    expect(preambleOf('a\u001b[?1049h\u001b[?25l\u001b=b\u001b[?25h')).toBe(
      '\u001b[?1049h\u001b[?25h\u001b=',
    )
    expect(preambleOf('\u001b[?1;2004h', 'plain')).toBe('\u001b[?1h\u001b[?2004h')
  })

  test('are forgotten at a full reset, and unknown ones are not kept', () => {
    expect(preambleOf('\u001b[?1049h\u001bc')).toBe('')
    expect(preambleOf('\u001b[?31337h\u001b[31m')).toBe('')
  })

  test('include the lines between which it scrolls and the set for drawing lines', () => {
    expect(preambleOf('\u001b[2;20r\u001b(0\u001b)0', '\u001b)B')).toBe('\u001b(0\u001b[2;20r')
    expect(preambleOf('\u001b[2;20r\u001b(0', '\u001b[r\u001b(B')).toBe('')
    expect(preambleOf('\u001b[2;20r\u001b(0\u001b[?1049h\u001b[?25l\u001b[!p')).toBe(
      '\u001b[?1049h',
    )
  })

  test('are the same wherever the output is cut', () => {
    const text = 'x\u001b[?1049h\u001b[2J\u001b[?1000;1006hy\u001b[?25l\u001b[3;9r\u001b(0\u001b>'
    const cuts = fc.array(fc.nat(text.length), { maxLength: 8 })
    fc.assert(
      fc.property(cuts, (list) => {
        const at = [0, ...list.sort((a, b) => a - b), text.length]
        const chunks = at.slice(1).map((end, index) => text.slice(at[index], end))
        expect(preambleOf(...chunks)).toBe(preambleOf(text))
      }),
    )
  })

  test('take no more memory than their number, whatever comes', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 64 }), { maxLength: 20 }), (chunks) => {
        const modes = new TerminalModes()
        for (const chunk of chunks) modes.feed(Buffer.concat([Buffer.from('\u001b['), chunk]))
        expect(modes.preamble().length).toBeLessThan(300)
      }),
    )
  })
})
