import { expect, test } from '@jest/globals'
import { checkSource } from './check-source.ts'

const check = (source: unknown, kind = 'mermaid') => checkSource(source, { siblingData: { kind } })

test('a diagram without a source is not one', async () => {
  expect(await check(null)).toBe('Give the source of the diagram.')
  expect(await check(' \n')).toBe('Give the source of the diagram.')
  expect(await check({ text: 'flowchart TD' })).toBe('Give the source of the diagram.')
  expect(await check('flowchart TD\n  a --> b')).toBe(true)
})

test('only a drawing may be longer than people write', async () => {
  const long = 'x'.repeat(20_001)
  expect(await check(long, 'ascii')).toBe('At most 20000 characters: this has 20001.')
})

test('an SVG must be one that can be kept, and a fault in it is named', async () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><rect/>'
  expect(await check(`${svg}</svg>`, 'svg')).toBe(true)
  expect(await check(`${svg}\n</g>`, 'svg')).toBe('This is not well-formed SVG. Look at line 2.')
})
