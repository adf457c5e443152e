import { describe, expect, test } from '@jest/globals'
import { createSessions } from './sessions.ts'

const limits = { capacity: 3, perAddress: 2, perDemo: 2 }

describe('the count of sessions', () => {
  test('is bounded per address, per demo and in all', () => {
    const sessions = createSessions()
    sessions.begin({ addressHash: 'a', demo: '1' })
    sessions.begin({ addressHash: 'a', demo: '2' })
    expect(sessions.check({ addressHash: 'a', demo: '3' }, limits)).toBe('address-full')
    expect(sessions.check({ addressHash: 'b', demo: '2' }, limits)).toBe('free')
    sessions.begin({ addressHash: 'b', demo: '2' })
    expect(sessions.check({ addressHash: 'c', demo: '1' }, limits)).toBe('full')
    expect(sessions.check({ addressHash: 'c', demo: '2' }, { ...limits, capacity: 9 })).toBe('full')
  })

  test('goes down once for each session that ends, however often it is told', () => {
    const sessions = createSessions()
    const key = { addressHash: 'a', demo: '1' }
    const end = sessions.begin(key)
    sessions.begin(key)
    end()
    end()
    expect(sessions.count()).toBe(1)
  })
})
