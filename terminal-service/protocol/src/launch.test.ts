import { describe, expect, test } from '@jest/globals'
import { isLaunchPlace, isLaunchTicket, isQueuePosition } from './launch.ts'

const SECRET = 'a'.repeat(43)
const TICKET = {
  ticket: SECRET,
  url: 'wss://example.com/terminal/ws',
  expiresInS: 30,
  limits: { idleS: 300, maxS: 1800 },
  session: 'b'.repeat(22),
  key: SECRET,
}

describe('A launch ticket', () => {
  test('is taken whole or not at all', () => {
    expect(isLaunchTicket(TICKET)).toBe(true)
    for (const name of Object.keys(TICKET)) {
      expect([name, isLaunchTicket({ ...TICKET, [name]: undefined })]).toEqual([name, false])
    }
  })

  test('says whether the session is recorded, in a way that cannot be misread', () => {
    expect(isLaunchTicket({ ...TICKET, recorded: true })).toBe(true)
    for (const recorded of ['false', 0, null]) {
      expect(isLaunchTicket({ ...TICKET, recorded })).toBe(false)
    }
  })

  test('opens a WebSocket and nothing else', () => {
    expect(isLaunchTicket({ ...TICKET, url: 'javascript:alert(1)' })).toBe(false)
    expect(isLaunchTicket({ ...TICKET, ticket: 'a b' })).toBe(false)
  })
})

describe('A place in the queue', () => {
  test('may come without an estimate', () => {
    expect(isLaunchPlace({ place: SECRET, position: 1 })).toBe(true)
    expect(isLaunchPlace({ place: SECRET, position: 1, estimateS: 40 })).toBe(true)
    expect(isQueuePosition({ position: -1 })).toBe(false)
    expect(isLaunchPlace({ position: 1 })).toBe(false)
    expect(isLaunchPlace(null)).toBe(false)
  })
})
