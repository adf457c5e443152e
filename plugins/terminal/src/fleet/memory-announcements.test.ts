import { beforeEach, describe } from '@jest/globals'
import { announcementsTests } from './announcements-contract.ts'
import type { Announcements } from './host.ts'
import { createMemoryAnnouncements } from './memory-announcements.ts'

describe('announcements in memory', () => {
  let now = 0
  let store: Announcements

  beforeEach(() => {
    store = createMemoryAnnouncements({ now: () => now })
  })

  announcementsTests({
    store: () => store,
    pass: async (ms) => {
      now += ms
    },
  })
})
