import { expect, test } from '@jest/globals'
import { redirectSchema } from './redirects.ts'

test.each(['/projects/new', '/a?b=c#d', 'https://example.com/x'])('%s is a place to go', (to) => {
  expect(redirectSchema.parse({ from: '/old', to, status: 308 })).toMatchObject({ from: '/old' })
})

test.each([
  '//evil.example',
  '/\\evil.example',
  'javascript:alert(1)',
  '/a\r\nset-cookie: x',
  'x',
  '',
])('%j is none', (to) => {
  expect(redirectSchema.safeParse({ from: '/old', to, status: 308 }).success).toBe(false)
})
