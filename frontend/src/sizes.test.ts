import { expect, test } from '@jest/globals'
import { bytesText } from './sizes.ts'

test.each([
  [0, '0 bytes'],
  [1, '1 byte'],
  [999, '999 bytes'],
  [1000, '1 kB'],
  [48_213, '48.2 kB'],
  [3_400_000, '3.4 MB'],
])('%i bytes are %s', (bytes, words) => {
  expect(bytesText(bytes, 'en')).toBe(words)
})

test('a size is written as the language has it', () => {
  expect(bytesText(329, 'fr').replace(/\s/u, ' ')).toBe('329 octets')
  expect(bytesText(3_400_000, 'fr').replace(/\s/u, ' ')).toBe('3,4 Mo')
})
