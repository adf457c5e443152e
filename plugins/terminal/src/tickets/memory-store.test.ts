import { describe, expect, test } from '@jest/globals'
import { MAX_MEMORY_TICKETS } from '../limits.ts'
import { createMemoryTicketStore } from './memory-store.ts'
import { ticketRecord, ticketStoreTests } from './store-contract.ts'

describe('the ticket store in memory', () => {
  let now = 0
  const store = createMemoryTicketStore({ now: () => now })
  ticketStoreTests(
    () => store,
    async (seconds) => {
      now += seconds * 1000
    },
  )

  test('refuses more tickets than it may hold, until some have expired', async () => {
    const small = createMemoryTicketStore({ now: () => now })
    const record = ticketRecord()
    for (let index = 0; index < MAX_MEMORY_TICKETS; index += 1) {
      await small.put(String(index), record, 30)
    }
    await expect(small.put('one too many', record, 30)).rejects.toThrow('Too many tickets')
    now += 31_000
    await small.put('after a while', record, 30)
    expect(await small.take('after a while')).toEqual(record)
  })
})
