import { expect, test } from '@jest/globals'
import { securityHeadersFor } from './security-headers.ts'

const SOCKET_URL = 'wss://cms.example/terminal/ws'

const headersOf = (url: string, isSecure = false) =>
  Object.fromEntries(securityHeadersFor({ isSecure, socketUrl: SOCKET_URL })(url))

test('the admin cannot be framed, sniffed or made to load plugins', () => {
  const headers = headersOf('/admin')
  expect(headers).toMatchObject({ 'x-frame-options': 'DENY', 'x-content-type-options': 'nosniff' })
  expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
  expect(headers['content-security-policy']).toContain("object-src 'none'")
})

test('the admin talks to itself and to the terminals, and to nobody else', () => {
  const policy = headersOf('/admin/terminal')['content-security-policy'] ?? ''
  const [connect] = policy.split('; ').filter((rule) => rule.startsWith('connect-src'))
  expect(connect).toBe(`connect-src 'self' ${SOCKET_URL}`)
})

test('an address cannot add rules of its own', () => {
  const headers = securityHeadersFor({ isSecure: true, socketUrl: 'wss://x.example/;img-src *,y' })
  const policy = Object.fromEntries(headers('/admin'))['content-security-policy'] ?? ''
  expect(policy).toContain("connect-src 'self' wss://x.example/%3Bimg-src *%2Cy")
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
