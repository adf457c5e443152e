import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { describe, expect, it } from '@jest/globals'
import { ansi, type BulkOutput, expectedOf, numbers, plainText } from './outputs.ts'

/** What the commands print on this machine, as a terminal would show it. */
const printed = ({ prepare, print }: BulkOutput) => {
  const script = `f=$(mktemp); ${prepare ?? ':'}; ${print}; rm $f`
  const text = execFileSync('bash', ['--norc', '-c', script], {
    encoding: 'utf8',
    env: { LC_ALL: 'C.UTF-8', PATH: '/usr/bin:/bin', NODE_ENV: 'test' },
  })
  const bytes = Buffer.from(text.replaceAll('\n', '\r\n'))
  return { bytes: bytes.byteLength, sha256: createHash('sha256').update(bytes).digest('hex') }
}

describe('the expected output', () => {
  it.each([
    ['plain text', plainText(800_000), 10_000 * 81],
    ['numbers', numbers(10_000), 48_894 + 10_000],
    ['ANSI', ansi(1_000_000), undefined],
  ])('is what the commands print: %s', (_, output, bytes) => {
    const expected = expectedOf(output)
    expect(expected).toEqual(printed(output))
    if (bytes !== undefined) expect(expected.bytes).toBe(bytes)
    expect(expected.bytes).toBeGreaterThan(50_000)
  })

  it('is typed without a byte that a line editor would act on', () => {
    expect(ansi(1000).prepare).toMatch(/^[\x20-\x7e]+$/)
  })
})
