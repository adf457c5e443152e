// The admin's browser half: all that it is sent can be sent, whoever looks.
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { type ClientConfig, createClientConfig } from 'payload'
import { startTestCms, type TestCms } from '../support/cms.ts'

let cms: TestCms

beforeAll(async () => {
  cms = await startTestCms()
})
afterAll(() => cms?.stop())

const clientConfig = (): ClientConfig =>
  createClientConfig({
    config: cms.payload.config,
    i18n: { t: (key: string) => key, language: 'en', translations: {} } as never,
    importMap: {},
    user: true,
  })

const isPlain = (value: object) =>
  Array.isArray(value) || [Object.prototype, null].includes(Object.getPrototypeOf(value))

/** Paths of values that React refuses to send to a browser. */
const unsendable = (value: unknown, path = '', seen = new Set<unknown>()): string[] => {
  if (typeof value === 'function') return [path]
  if (typeof value !== 'object' || value === null || seen.has(value)) return []
  if (!isPlain(value)) return [path]
  seen.add(value)
  return Object.entries(value).flatMap(([key, inner]) => unsendable(inner, `${path}.${key}`, seen))
}

test('no function, pattern or class instance is in the config of the browser', () => {
  expect(unsendable(clientConfig())).toEqual([])
})

test('no secret is in it', () => {
  const { secret } = cms.payload
  const text = JSON.stringify(clientConfig())
  const secrets = [secret, cms.webhookKey, cms.databaseUrl]
  expect(secrets.filter((value) => text.includes(value))).toEqual([])
})
