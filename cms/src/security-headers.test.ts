import { expect, test } from '@jest/globals'
import { securityHeadersFor } from './security-headers.ts'

const headersOf = (url: string, isSecure = false) =>
  Object.fromEntries(securityHeadersFor({ isSecure })(url))

test('the admin cannot be framed, sniffed or made to load plugins', () => {
  const headers = headersOf('/admin')
  expect(headers).toMatchObject({ 'x-frame-options': 'DENY', 'x-content-type-options': 'nosniff' })
  expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
  expect(headers['content-security-policy']).toContain("object-src 'none'")
})

test('an uploaded file that is opened by itself runs nothing', () => {
  const policy = headersOf('/api/media/file/x.png')['content-security-policy']
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain('sandbox')
})

test('browsers are held to https only where the CMS has it', () => {
  const name = 'strict-transport-security'
  expect(headersOf('/')).not.toHaveProperty([name])
  expect(headersOf('/', true)[name]).toMatch(/max-age=\d{8}/)
})
