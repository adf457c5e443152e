// Judges an upgrade request by its head alone. Pure.
import type { IncomingMessage } from 'node:http'
import { isOwnPage } from '../origin.ts'
import type { SocketRefusal } from '../refuse-socket.ts'
import { ticketFromProtocols } from '../tickets/ticket.ts'

export type UpgradeHead = Pick<IncomingMessage, 'method' | 'url' | 'httpVersion' | 'headers'> & {
  rawHeaders?: string[]
}

export type AcceptedHead = { key: string; ticket: string; origin: string }

/** 16 bytes in base64 (RFC 6455 §4.1). */
const KEY = /^[A-Za-z0-9+/]{21}[AQgw]==$/
const ONCE = ['sec-websocket-key', 'sec-websocket-version', 'origin', 'host']

const hasToken = (header: string | undefined, token: string) =>
  (header ?? '').split(',').some((entry) => entry.trim().toLowerCase() === token)

const repeats = (rawHeaders: string[] = []): boolean => {
  const names = rawHeaders.filter((_, index) => index % 2 === 0).map((name) => name.toLowerCase())
  return ONCE.some((name) => names.filter((other) => other === name).length > 1)
}

/** What the request carries, or how it is refused. */
export const judgeHead = (
  { method, url, httpVersion, headers, rawHeaders }: UpgradeHead,
  { path, origins }: { path: string; origins: string[] },
): AcceptedHead | SocketRefusal => {
  if (url !== path) return { code: 'not-found' }
  if (method !== 'GET') return { code: 'method-not-allowed', headers: { Allow: 'GET' } }
  const key = headers['sec-websocket-key'] ?? ''
  const hasBody = headers['transfer-encoding'] || (headers['content-length'] ?? '0') !== '0'
  const isHandshake =
    httpVersion === '1.1' &&
    // Node asks it of requests, not of upgrades.
    Boolean(headers.host) &&
    headers.upgrade?.toLowerCase() === 'websocket' &&
    hasToken(headers.connection, 'upgrade') &&
    KEY.test(key) &&
    !hasBody &&
    !repeats(rawHeaders)
  if (!isHandshake) return { code: 'bad-request' }
  if (headers['sec-websocket-version'] !== '13') {
    return { code: 'bad-request', status: 426, headers: { 'Sec-WebSocket-Version': '13' } }
  }
  const origin = headers.origin ?? ''
  const site = headers['sec-fetch-site']
  const source = { origin, site: Array.isArray(site) ? site.join() : site }
  if (!isOwnPage(source, origins)) return { code: 'origin-refused' }
  const ticket = ticketFromProtocols(headers['sec-websocket-protocol'])
  return ticket ? { key, ticket, origin } : { code: 'signature-refused' }
}
