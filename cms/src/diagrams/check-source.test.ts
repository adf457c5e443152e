import { expect, test } from '@jest/globals'
import { checkSource } from './check-source.ts'

const check = (source: string | null, kind = 'mermaid') =>
  checkSource(source, { siblingData: { kind } })

test('a diagram without a source is not one', () => {
  expect(check(null)).toBe('Give the source of the diagram.')
  expect(check(' \n')).toBe('Give the source of the diagram.')
  expect(check('flowchart TD\n  a --> b')).toBe(true)
})

test('only a drawing may be longer than people write', () => {
  const long = 'x'.repeat(20_001)
  expect(check(long, 'ascii')).toBe('At most 20000 characters: this has 20001.')
})
