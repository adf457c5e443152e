// Marks in a shell's output, and what a reader sees of the rest.
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { markedShell, markScanner, type Piece } from './marks.ts'
import { OutputView } from './output-view.ts'

const NONCE = 'abcdef'
const shown = (pieces: Piece[]) =>
  pieces.reduce<string>(
    (text, piece) =>
      text + ('mark' in piece ? `<${JSON.stringify(piece.mark)}>` : piece.output.toString()),
    '',
  )

describe('a scanner of marks', () => {
  test('finds them wherever the output is cut', () => {
    const text = `a\u001b[1m\u001b]${NONCE};R\u0007out\u001b]0;t\u0007\u001b]${NONCE};127\u0007$ `
    const whole = shown(markScanner(NONCE)(Buffer.from(text)))
    expect(whole).toBe(
      'a\u001b[1m<{"says":"runs"}>out\u001b]0;t\u0007<{"says":"ended","exitCode":127}>$ ',
    )
    fc.assert(
      fc.property(fc.array(fc.nat(text.length)), (cuts) => {
        const scan = markScanner(NONCE)
        const at = [0, ...cuts.sort((a, b) => a - b), text.length]
        const pieces = at
          .slice(1)
          .flatMap((to, index) => scan(Buffer.from(text.slice(at[index], to))))
        expect(shown(pieces)).toBe(whole)
      }),
    )
  })

  test('takes a mark of another nonce, or one that says nothing known, for output', () => {
    for (const text of [
      `\u001b]other;0\u0007`,
      `\u001b]${NONCE};9999999`,
      `\u001b]${NONCE};x\u0007`,
    ]) {
      expect(shown(markScanner(NONCE)(Buffer.from(text)))).toBe(text)
    }
  })

  test('is not taken in by the echo of its own setup line', () => {
    const { nonce, setup } = markedShell()
    expect(setup).not.toContain(nonce)
    expect(shown(markScanner(nonce)(Buffer.from(setup)))).toBe(setup)
    expect(markedShell().nonce).not.toBe(nonce)
  })
})

describe('a view of output', () => {
  const view = (chunks: string[], expected?: string) => {
    const made = new OutputView(expected)
    for (const chunk of chunks) made.push(Buffer.from(chunk))
    return made
  }

  test('sees through escape sequences and chunks', () => {
    const chunks = ['one \u001b[3', '1mre', 'd\u001b]0;title\u0007 \u001b(Bapple\r', '\ntwo\u0008']
    expect(view(chunks).tail).toBe('one red apple\ntwo')
    expect(view(chunks, 'red apple\ntwo').matched).toBe(true)
    expect(view(chunks, 'green').matched).toBe(false)
  })

  test('finds what is expected anywhere, and keeps only the end', () => {
    const made = view(['a needle', 'x'.repeat(100_000), 'end'], 'needle')
    expect(made.matched).toBe(true)
    expect(made.tail).toHaveLength(4000)
    expect(made.tail.endsWith('xend')).toBe(true)
  })

  test('finds a text wherever it is cut', () => {
    fc.assert(
      fc.property(fc.nat(12), fc.nat(12), (one, two) => {
        const text = 'aa n\u001b[0meedle'
        const [from, to] = [Math.min(one, two), Math.max(one, two)]
        const chunks = [text.slice(0, from), text.slice(from, to), text.slice(to)]
        expect(view(chunks, 'needle').matched).toBe(true)
      }),
    )
  })

  test('is not slow on sequences that never end', () => {
    const made = view([])
    const began = performance.now()
    for (let count = 0; count < 100; count += 1) made.push(Buffer.from('\u001b]'.repeat(30_000)))
    expect(performance.now() - began).toBeLessThan(5000)
  })
})
