import { expect, test } from '@jest/globals'
import { isWebhookGenuine, SIGNATURE_HEADER, signWebhook, TIMESTAMP_HEADER } from './webhook.ts'

const KEY = 'k'.repeat(32)
const BODY = '{"event":"changed"}'
const NOW_MS = 1_800_000_000_000

const signed = (body = BODY, key = KEY) => {
  const headers = signWebhook(body, key, NOW_MS)
  return { body, timestamp: headers[TIMESTAMP_HEADER], signature: headers[SIGNATURE_HEADER] }
}

test('a message signed with the shared key is genuine for five minutes', () => {
  expect(isWebhookGenuine(signed(), KEY, NOW_MS)).toBe(true)
  expect(isWebhookGenuine(signed(), KEY, NOW_MS + 299_000)).toBe(true)
  expect(isWebhookGenuine(signed(), KEY, NOW_MS + 301_000)).toBe(false)
  expect(isWebhookGenuine(signed(), KEY, NOW_MS - 301_000)).toBe(false)
})

test('another body, key, time or no signature at all is refused', () => {
  expect(isWebhookGenuine({ ...signed(), body: `${BODY} ` }, KEY, NOW_MS)).toBe(false)
  expect(isWebhookGenuine(signed(BODY, 'other'), KEY, NOW_MS)).toBe(false)
  expect(isWebhookGenuine({ ...signed(), timestamp: '1800000001' }, KEY, NOW_MS)).toBe(false)
  expect(isWebhookGenuine({ ...signed(), signature: undefined }, KEY, NOW_MS)).toBe(false)
  expect(isWebhookGenuine({ ...signed(), signature: 'zz' }, KEY, NOW_MS)).toBe(false)
})
