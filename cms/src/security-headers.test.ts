import { expect, test } from '@jest/globals'
import { securityHeaders } from './security-headers.ts'

test('the admin cannot be framed, sniffed or made to load plugins', () => {
  const headers = Object.fromEntries(securityHeaders({ isSecure: false }))
  expect(headers).toMatchObject({ 'x-frame-options': 'DENY', 'x-content-type-options': 'nosniff' })
  expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
  expect(headers['content-security-policy']).toContain("object-src 'none'")
})

test('browsers are held to https only where the CMS has it', () => {
  const name = 'strict-transport-security'
  expect(Object.fromEntries(securityHeaders({ isSecure: false }))).not.toHaveProperty([name])
  expect(Object.fromEntries(securityHeaders({ isSecure: true }))[name]).toMatch(/max-age=\d{8}/)
})
