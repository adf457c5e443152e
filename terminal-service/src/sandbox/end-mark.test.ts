import { describe, expect, test } from '@jest/globals'
import { endMarkScanner, newMark } from './end-mark.ts'

const MARK = 'a1b2'
const scan = (chunks: string[]) => {
  const scanner = endMarkScanner(MARK)
  let output = ''
  let exitCode: number | undefined
  for (const chunk of chunks) {
    const found = scanner.push(Buffer.from(chunk, 'latin1'))
    output += found.output.toString('latin1')
    exitCode ??= found.exitCode
  }
  return { output, exitCode, rest: scanner.flush().toString('latin1') }
}

describe('The end of a terminal’s output', () => {
  test('is found wherever the chunks are cut, and no output is lost', () => {
    const whole = `output\0x\0${MARK};137;`
    for (let first = 0; first <= whole.length; first += 1) {
      for (let second = first; second <= whole.length; second += 1) {
        const chunks = [whole.slice(0, first), whole.slice(first, second), whole.slice(second)]
        expect(scan(chunks)).toEqual({ output: 'output\0x', exitCode: 137, rest: '' })
      }
    }
  })

  test('is found again in what follows it, however the chunks are cut', () => {
    const whole = `one\0${MARK};0;two\0${MARK};3;three`
    for (let cut = 0; cut <= whole.length; cut += 1) {
      const scanner = endMarkScanner(MARK)
      const found: (string | number)[] = []
      for (const chunk of [whole.slice(0, cut), whole.slice(cut)]) {
        let next: Uint8Array | undefined = Buffer.from(chunk)
        while (next) {
          const { output, exitCode, rest } = scanner.push(next)
          found.push(...output.toString(), ...(exitCode === undefined ? [] : [exitCode]))
          next = rest
        }
      }
      expect(found).toEqual([...'one', 0, ...'two', 3, ...'three'])
    }
  })

  test('is not taken from a program that does not know the mark', () => {
    const forged = '\0a1b1;0; and \0;0;.'
    expect(scan([forged])).toEqual({ output: forged, exitCode: undefined, rest: '' })
  })

  test('gives back what looked like the beginning of a mark and was none', () => {
    expect(scan(['text\0a1'])).toEqual({ output: 'text', exitCode: undefined, rest: '\0a1' })
  })

  test('has a mark that differs each time', () => {
    expect(newMark()).toMatch(/^[0-9a-f]{32}$/)
    expect(newMark()).not.toBe(newMark())
  })
})
