import { expect, test } from '@jest/globals'
import { observe } from '../../../tests/support/observatory.ts'
import type { SiteEnv } from '../env.ts'
import { contentSecurityPolicy, previewHeaders, securityHeaders } from './headers.ts'

const env = (more: Partial<SiteEnv> = {}): SiteEnv => ({
  SITE_HOST: '127.0.0.1',
  SITE_PORT: 3000,
  SITE_URL: 'https://site.example',
  CMS_URL: 'https://cms.example',
  CMS_INTERNAL_URL: 'http://cms:3001',
  WEBHOOK_KEY: 'k'.repeat(32),
  TRUSTED_PROXIES: ['loopback'],
  HSTS_SCOPE: 'host',
  ...more,
})

test('pages may run the site’s own script only, and reach one other origin: the terminal', () => {
  const policy = contentSecurityPolicy(env())
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("script-src 'self';")
  expect(policy).toContain("connect-src 'self' wss://cms.example;")
  expect(policy).not.toMatch(/unsafe|nonce|\*|data:/)
})

test('the terminal’s address may be set apart from the CMS', () => {
  const TERMINAL_PUBLIC_URL = 'wss://terminal.example/terminal/ws'
  expect(contentSecurityPolicy(env({ TERMINAL_PUBLIC_URL }))).toContain(
    "connect-src 'self' wss://terminal.example;",
  )
})

test('only a site with TLS asks browsers to insist on it', () => {
  const plain = env({ SITE_URL: 'http://localhost:3000', CMS_URL: 'http://localhost:3001' })
  expect(securityHeaders(plain)).not.toHaveProperty('strict-transport-security')
  expect(securityHeaders(plain)['content-security-policy']).not.toContain('upgrade-insecure')
  expect(securityHeaders(env())).toHaveProperty('strict-transport-security')
})

test.each([
  ['host', 'max-age=63072000'],
  ['subdomains', 'max-age=63072000; includeSubDomains'],
  ['preload', 'max-age=63072000; includeSubDomains; preload'],
] as const)(
  'the owner’s other hosts are bound to TLS only when that is asked for (%s)',
  (scope, sent) => {
    expect(securityHeaders(env({ HSTS_SCOPE: scope }))['strict-transport-security']).toBe(sent)
  },
)

test('Mozilla’s table gives the headers of a page 140 points, and takes them off where they are due', () => {
  const html = '<script type="module" src="/_islands/launch.js"></script>'
  const headers = securityHeaders(env())
  const { score, findings } = observe(headers, html)
  expect(findings.filter((finding) => /missing|loose|anywhere|short/.test(finding))).toEqual([
    'coep-missing',
  ])
  expect(score).toBe(140)
  const policy = `${headers['content-security-policy']}; `.replace("script-src 'self'", '$&  data:')
  expect(observe({ ...headers, 'content-security-policy': policy }, html).score).toBe(80)
  expect(observe({}, '<script src="https://cdn.example/x.js">').score).toBeLessThan(50)
})

test('no string becomes markup or script by way of a page, and of a preview only the page anew', () => {
  expect(contentSecurityPolicy(env())).toContain(
    "require-trusted-types-for 'script'; trusted-types 'none'",
  )
  expect(previewHeaders(env(), false)['content-security-policy']).toContain(
    "require-trusted-types-for 'script'; trusted-types live-preview;",
  )
})
