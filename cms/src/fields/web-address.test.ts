import { describe, expect, test } from '@jest/globals'
import { isDestination, isWebAddress } from './web-address.ts'

const DANGEROUS = [
  'javascript:alert(1)',
  ' javascript:alert(1)',
  'JAVASCRIPT:alert(1)',
  'data:text/html,x',
  'vbscript:x',
  '//evil.example',
  '/\\evil.example',
  'not an address',
]

test.each(DANGEROUS)('%j is no place to go', (value) => {
  expect(isDestination(value)).not.toBe(true)
  expect(isWebAddress(value)).not.toBe(true)
})

describe('addresses that are fine', () => {
  test.each(['https://example.com/a?b#c', 'http://localhost:3000', '', null, undefined])(
    '%j on the web',
    (value) => {
      expect(isWebAddress(value)).toBe(true)
    },
  )

  test.each(['/', '/projects', '#contact', 'mailto:a@example.com', 'https://example.com'])(
    '%j in the navigation',
    (value) => {
      expect(isDestination(value)).toBe(true)
    },
  )
})
