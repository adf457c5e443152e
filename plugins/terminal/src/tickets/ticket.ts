// Tickets: random bytes that the browser gets once, and the hash under which the server remembers them.
import { createHash, randomBytes } from 'node:crypto'
import { SUBPROTOCOL, TICKET_SUBPROTOCOL_PREFIX } from '@shellfolio/protocol'
import { TICKET_BYTES } from '../limits.ts'

const SHAPE = /^[A-Za-z0-9_-]{43}$/

export const mintTicket = (): string => randomBytes(TICKET_BYTES).toString('base64url')

export const hashTicket = (ticket: string): string =>
  createHash('sha256').update(ticket).digest('base64url')

/**
 * The ticket among the offered subprotocols, or `undefined` unless they are `term.v1` and one ticket, nothing else.
 * `header`: value of Sec-WebSocket-Protocol.
 */
export const ticketFromProtocols = (header: string | undefined): string | undefined => {
  const offered = (header ?? '').split(',').map((entry) => entry.trim())
  const others = offered.filter((entry) => entry !== SUBPROTOCOL)
  if (offered.length !== 2 || others.length !== 1) return undefined
  const [candidate = ''] = others
  if (!candidate.startsWith(TICKET_SUBPROTOCOL_PREFIX)) return undefined
  const ticket = candidate.slice(TICKET_SUBPROTOCOL_PREFIX.length)
  return SHAPE.test(ticket) ? ticket : undefined
}
