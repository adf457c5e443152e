// Signs and checks messages between our own servers: HMAC-SHA256 over "<timestamp>.<body>", refused when too old.
import { createHmac, timingSafeEqual } from 'node:crypto'

export const TIMESTAMP_HEADER = 'x-shellfolio-timestamp'
export const SIGNATURE_HEADER = 'x-shellfolio-signature'

/** Longest age, and largest clock difference, of an accepted message, in seconds. */
const TOLERANCE_S = 300

const signatureOf = (key: string, timestamp: string, body: string): Buffer =>
  createHmac('sha256', key).update(`${timestamp}.${body}`).digest()

/** Headers that prove `body` to whoever shares `key`. */
export const signWebhook = (
  body: string,
  key: string,
  nowMs = Date.now(),
): Record<string, string> => {
  const timestamp = String(Math.floor(nowMs / 1000))
  return {
    [TIMESTAMP_HEADER]: timestamp,
    [SIGNATURE_HEADER]: signatureOf(key, timestamp, body).toString('hex'),
  }
}

/** Whether `body` was signed with `key` in the last five minutes. */
export const isWebhookGenuine = (
  message: { body: string; timestamp: string | undefined; signature: string | undefined },
  key: string,
  nowMs = Date.now(),
): boolean => {
  const { body, timestamp = '', signature = '' } = message
  if (!/^\d{1,12}$/.test(timestamp) || !/^[0-9a-f]{64}$/.test(signature)) return false
  if (Math.abs(nowMs / 1000 - Number(timestamp)) > TOLERANCE_S) return false
  return timingSafeEqual(signatureOf(key, timestamp, body), Buffer.from(signature, 'hex'))
}
