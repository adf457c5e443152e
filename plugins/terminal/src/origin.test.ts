import { expect, test } from '@jest/globals'
import { isOwnPage } from './origin.ts'

const ORIGINS = ['https://site.example']

test.each([
  ['https://site.example', undefined, true],
  ['https://site.example', 'same-origin', true],
  ['https://site.example', 'same-site', true],
  ['https://site.example', 'cross-site', false],
  ['https://site.example', 'none', false],
  ['https://site.example', '', false],
  ['https://site.example.evil.example', 'same-origin', false],
  ['http://site.example', undefined, false],
  ['null', undefined, false],
  ['', undefined, false],
])(
  'a page of origin "%s" that its browser calls %s may open a terminal: %s',
  (origin, site, may) => {
    expect(isOwnPage({ origin, site }, ORIGINS)).toBe(may)
  },
)
