import { afterEach, beforeEach, describe } from '@jest/globals'
import { eventually } from '../../../../tests/support/eventually.ts'
import { createMemorySessions } from './memory-sessions.ts'
import type { Sessions } from './sessions.ts'
import { sessionsTests } from './sessions-contract.ts'

describe('sessions in memory', () => {
  let now = 0
  let sessions: Sessions

  beforeEach(() => {
    sessions = createMemorySessions({ now: () => now })
  })
  afterEach(() => sessions.close())

  sessionsTests({
    sessions: () => sessions,
    pass: async (seconds) => {
      now += seconds * 1000
    },
    eventually,
  })
})
