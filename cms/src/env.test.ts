import { expect, test } from '@jest/globals'
import { readCmsEnv } from './env.ts'

const KEY = 'k'.repeat(40)
const GOOD = {
  CMS_URL: 'https://cms.example/',
  CMS_INTERNAL_URL: 'http://127.0.0.1:3001',
  SITE_URL: 'https://example.com',
  SITE_INTERNAL_URL: 'http://127.0.0.1:3000',
  DATABASE_URL: 'postgres://user:secret-word@127.0.0.1:5432/shellfolio',
  PAYLOAD_SECRET: KEY,
  WEBHOOK_KEY: KEY,
  TERMINAL_GRANT_KEY: KEY,
  TERMINAL_INTERNAL_URL: 'http://127.0.0.1:3002',
  UPLOAD_DIR: '/uploads',
}

test('addresses become origins, and the WebSocket follows the CMS', () => {
  const env = readCmsEnv(GOOD)
  expect(env.CMS_URL).toBe('https://cms.example')
  expect(env.TERMINAL_PUBLIC_URL).toBe('wss://cms.example/terminal/ws')
  expect(env.TRUSTED_PROXIES).toEqual(['loopback'])
})

test.each(Object.keys(GOOD))('%s is needed to run', (name) => {
  expect(() => readCmsEnv({ ...GOOD, [name]: '' })).toThrow(name)
})

test('what is wrong is named, but never shown', () => {
  const wrong = { ...GOOD, PAYLOAD_SECRET: 'hunter2', DATABASE_URL: 'mysql://root:hunter2@x/y' }
  expect(() => readCmsEnv(wrong)).toThrow(/DATABASE_URL.*\n.*PAYLOAD_SECRET/)
  expect(() => readCmsEnv(wrong)).not.toThrow('hunter2')
})

test('the places of terminal services are a list, and none unless given', () => {
  expect(readCmsEnv(GOOD).TERMINAL_SERVICES).toBeUndefined()
  const TERMINAL_SERVICES = 'http://terminal:3002, 10.0.0.0/24'
  expect(readCmsEnv({ ...GOOD, TERMINAL_SERVICES }).TERMINAL_SERVICES).toEqual([
    'http://terminal:3002',
    '10.0.0.0/24',
  ])
})

test('a bucket needs its keys', () => {
  expect(() => readCmsEnv({ ...GOOD, S3_BUCKET: 'b' })).toThrow('S3_SECRET_ACCESS_KEY')
})

test('a build needs no settings, and knows no secret twice', () => {
  const [one, two] = [readCmsEnv({ CMS_GENERATING: '1' }), readCmsEnv({ CMS_GENERATING: '1' })]
  expect(one.PAYLOAD_SECRET).not.toBe(two.PAYLOAD_SECRET)
})

test('lists of origins are empty unless given, and take nothing that is none', () => {
  expect(readCmsEnv(GOOD)).toMatchObject({ CMS_CSRF_ORIGINS: [], CMS_CORS_ORIGINS: [] })
  const CMS_CSRF_ORIGINS = 'https://a.example/, https://b.example:8443'
  expect(readCmsEnv({ ...GOOD, CMS_CSRF_ORIGINS }).CMS_CSRF_ORIGINS).toEqual([
    'https://a.example',
    'https://b.example:8443',
  ])
  for (const CMS_CORS_ORIGINS of ['*', 'null', 'a.example']) {
    expect(() => readCmsEnv({ ...GOOD, CMS_CORS_ORIGINS })).toThrow('CMS_CORS_ORIGINS')
  }
})
