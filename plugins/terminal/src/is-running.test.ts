// Coming back to, and looking on at, a session whose service does not answer.
import { beforeEach, describe, expect, test } from '@jest/globals'
import { announced } from './fleet/announcements-contract.ts'
import { createFleet, type Fleet } from './fleet/fleet.ts'
import { createMemoryAnnouncements } from './fleet/memory-announcements.ts'
import { isRunning } from './is-running.ts'
import { HOST_TTL_MS, LOST_AFTER_MS, LOST_IN_SILENCE_MS } from './limits.ts'
import { lookOnFor } from './look-on.ts'
import type { MintContext } from './mint.ts'
import { type FailureKind, ServiceFailure } from './service/failure.ts'
import type { ServiceClient } from './service/service-client.ts'
import { createMemorySessions } from './sessions/memory-sessions.ts'
import { ROOMY, sessionRecord } from './sessions/sessions-contract.ts'
import { createMemoryTicketStore } from './tickets/memory-store.ts'

const CONFIGURED = 'http://10.0.0.4:3002'
const URL = 'http://10.0.0.5:3002'

let nowMs: number
let fleet: Fleet
let kind: FailureKind
/** Sessions that the service lists; `undefined`: it fails. */
let listed: { sid: string; state: string }[] | undefined

const service = {
  sessions: async () => {
    if (!listed) throw new ServiceFailure(kind)
    return { sessions: listed, capacity: 1, draining: false }
  },
} as unknown as ServiceClient

beforeEach(async () => {
  nowMs = 1_000_000
  kind = 'unreachable'
  listed = undefined
  const now = () => nowMs
  fleet = createFleet({
    internalUrl: CONFIGURED,
    allow: [URL],
    announcements: createMemoryAnnouncements({ now }),
    sessions: createMemorySessions({ now }),
  })
  await fleet.announce(announced({ url: URL, atMs: nowMs }))
})

const runs = (url = URL) => isRunning({ service, fleet }, { sid: 'one', service: url })
const mayBe = { code: 'service-unavailable' }

describe('a session whose service does not answer', () => {
  test('may run while the watcher has not given the service up, however long it was silent', async () => {
    await expect(runs()).rejects.toMatchObject(mayBe)
    nowMs += HOST_TTL_MS
    await expect(runs()).rejects.toMatchObject(mayBe)
    nowMs += LOST_AFTER_MS - HOST_TTL_MS - 1
    await expect(runs()).rejects.toMatchObject(mayBe)
    nowMs += 1
    expect(await runs()).toBe(false)
    kind = 'timeout'
    await expect(runs()).rejects.toMatchObject(mayBe)
    nowMs += LOST_IN_SILENCE_MS
    expect(await runs()).toBe(false)
  })

  test('is over when the service has said that it leaves', async () => {
    await fleet.announce(announced({ url: URL, atMs: nowMs + 1, leaving: true }))
    expect(await runs()).toBe(false)
  })

  test('may run on the service of the configuration, which need not announce itself', async () => {
    await expect(runs(CONFIGURED)).rejects.toMatchObject(mayBe)
  })

  test('runs, or does not, by what the service says', async () => {
    listed = [{ sid: 'one', state: 'live' }]
    expect(await runs()).toBe(true)
    listed = [{ sid: 'one', state: 'ending' }]
    expect(await runs()).toBe(false)
  })

  test('is not called over to those who look on, either, before the watcher would', async () => {
    const sessions = createMemorySessions()
    await sessions.reserve(sessionRecord({ sid: 'one', service: URL }), ROOMY)
    const state = { sessions, service, fleet, tickets: createMemoryTicketStore() }
    const context = { state } as unknown as MintContext
    const visitor = { origin: 'https://site.example', addressHash: 'a' }
    const operator = { collection: 'users', id: 'owner' }
    const lookOn = () => lookOnFor(context, visitor, { session: 'one', operator })
    nowMs += HOST_TTL_MS
    await expect(lookOn()).rejects.toMatchObject(mayBe)
    nowMs += LOST_AFTER_MS
    await expect(lookOn()).rejects.toMatchObject({ code: 'session-gone' })
  })
})
