import { describe, expect, test } from '@jest/globals'
import { hashTicket, mintTicket, ticketFromProtocols } from './ticket.ts'

describe('tickets', () => {
  test('hold 32 random bytes and differ', () => {
    const tickets = Array.from({ length: 100 }, mintTicket)
    expect(new Set(tickets).size).toBe(100)
    expect(Buffer.from(tickets[0]!, 'base64url')).toHaveLength(32)
  })

  test('are remembered by a hash that does not hold them', () => {
    const ticket = mintTicket()
    expect(hashTicket(ticket)).toBe(hashTicket(ticket))
    expect(hashTicket(ticket)).not.toContain(ticket)
  })

  test('are found among the subprotocols in either order', () => {
    const ticket = mintTicket()
    expect(ticketFromProtocols(`term.v1, ticket.${ticket}`)).toBe(ticket)
    expect(ticketFromProtocols(`ticket.${ticket},term.v1`)).toBe(ticket)
  })

  const ticket = mintTicket()
  test.each([
    ['nothing', undefined],
    ['no ticket', 'term.v1'],
    ['no protocol', `ticket.${ticket}`],
    ['two tickets', `term.v1, ticket.${ticket}, ticket.${mintTicket()}`],
    ['the protocol twice', `term.v1, term.v1, ticket.${ticket}`],
    ['something else besides', `term.v1, ticket.${ticket}, chat`],
    ['a ticket that is too short', `term.v1, ticket.${ticket.slice(1)}`],
    ['a ticket of other characters', `term.v1, ticket.${ticket.slice(1)}+`],
  ])('are not found in %s', (_, header) => {
    expect(ticketFromProtocols(header)).toBeUndefined()
  })
})
