// Several services behind one client: those that answer, that are silent, and that are not there.
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { type ControlGrant, GRANT_HEADER } from '@shellfolio/protocol'
import { workspaceKey } from '@shellfolio/protocol/workspace-key'
import { decodeJwt } from 'jose'
import { createGrants } from '../grants.ts'
import { LOST_AFTER_MS, LOST_IN_SILENCE_MS } from '../limits.ts'
import { ServiceFailure } from '../service/failure.ts'
import type { ServiceClient } from '../service/service-client.ts'
import { createMemorySessions } from '../sessions/memory-sessions.ts'
import type { Sessions } from '../sessions/sessions.ts'
import { ROOMY, sessionRecord } from '../sessions/sessions-contract.ts'
import { ticketRecord } from '../tickets/store-contract.ts'
import { announced } from './announcements-contract.ts'
import { createFleet, type Fleet } from './fleet.ts'
import { createFleetClient } from './fleet-client.ts'
import { isLost } from './lost.ts'
import { createMemoryAnnouncements } from './memory-announcements.ts'

const NOWHERE = 'http://127.0.0.1:9'

type FakeHost = {
  url: string
  sids: Set<string>
  /** Sessions of which it has recordings. */
  casts: Set<string>
  orders: ControlGrant[]
  hangs: boolean
  drains: boolean
  server: Server
}

let nowMs: number
let hosts: FakeHost[]
let sessions: Sessions
let fleet: Fleet
let client: ServiceClient
let isStoreAway: boolean

const startHost = async (): Promise<FakeHost> => {
  const host: Omit<FakeHost, 'url' | 'server'> = {
    sids: new Set(),
    casts: new Set(),
    orders: [],
    hangs: false,
    drains: false,
  }
  const server = createServer((request, response) => {
    if (whole.hangs) return
    const answer = (status: number, body: unknown) =>
      response.writeHead(status, { connection: 'close' }).end(JSON.stringify(body))
    if (request.url === '/healthz') {
      const health = { sandbox: { available: true, mode: 'm' }, sessions: 0, capacity: 8 }
      return answer(200, { ...health, draining: whole.drains })
    }
    const token = String(request.headers[GRANT_HEADER])
    const { control } = decodeJwt<{ control: ControlGrant }>(token)
    whole.orders.push(control)
    if (control.action === 'sessions') {
      const rows = [...whole.sids].map((sid) => ({
        sid,
        demoId: 'demo',
        state: 'live',
        startedAt: '2026-01-01T00:00:00.000Z',
        idleMs: 0,
        viewers: 1,
      }))
      return answer(200, { sessions: rows, capacity: 8, draining: whole.drains })
    }
    if (control.action === 'builds') {
      return answer(200, { ok: true, cached: false, ms: 1, bytes: 1, log: whole.url })
    }
    if (control.action === 'drain') {
      whole.drains = true
      return answer(202, {})
    }
    if (control.action === 'recording') {
      const isThere = whole.casts.has(control.sid)
      return answer(isThere ? (request.method === 'GET' ? 200 : 204) : 404, 'a cast')
    }
    return answer('sid' in control && whole.sids.delete(control.sid) ? 202 : 404, {})
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  const whole: FakeHost = { ...host, url: `http://127.0.0.1:${port}`, server }
  return whole
}

beforeEach(async () => {
  nowMs = 1_000_000
  isStoreAway = false
  hosts = [await startHost(), await startHost()]
  const now = () => nowMs
  const memory = createMemorySessions({ now })
  const onServices: Sessions['onServices'] = async () => {
    if (isStoreAway) throw new Error('Redis is away.')
    return memory.onServices()
  }
  sessions = { ...memory, onServices }
  fleet = createFleet({
    internalUrl: NOWHERE,
    allow: [...hosts.map(({ url }) => url)],
    announcements: createMemoryAnnouncements({ now }),
    sessions,
  })
  const grants = createGrants('k'.repeat(40))
  const patience = { timeoutMs: 500, recordingTimeoutMs: 500 }
  client = createFleetClient({ internalUrl: NOWHERE, fleet, sessions, grants, ...patience })
  for (const { url } of hosts) await announce(url)
})

afterEach(() => {
  client.close()
  for (const { server } of hosts) {
    server.close()
    server.closeAllConnections()
  }
})

const announce = (url: string, more: Partial<ReturnType<typeof announced>> = {}) =>
  fleet.announce(announced({ url, atMs: nowMs, ...more }))
const host = (index: number): FakeHost => {
  const found = hosts[index]
  if (!found) throw new Error('no such host')
  return found
}
const start = async (sid: string, on: FakeHost) => {
  on.sids.add(sid)
  await sessions.reserve(sessionRecord({ sid, service: on.url }), ROOMY)
  await sessions.begin(sid)
}
const actions = (of: FakeHost) => of.orders.map(({ action }) => action)
const fall = async (of: FakeHost) => {
  of.server.closeAllConnections()
  await new Promise((resolve) => of.server.close(resolve))
}

describe('all services as one', () => {
  test('list what runs on each, with its service, and add their capacities', async () => {
    await start('a', host(0))
    await start('b', host(1))
    const all = await client.sessions()
    expect(all.sessions.map(({ sid, service }) => [sid, service])).toEqual([
      ['a', host(0).url],
      ['b', host(1).url],
    ])
    expect(all).toMatchObject({ capacity: 16, draining: false, silent: [], lost: [] })
  })

  test('list what the others run when one is silent, and name it', async () => {
    await start('a', host(0))
    await start('b', host(1))
    host(1).hangs = true
    const all = await client.sessions()
    expect(all.sessions.map(({ sid }) => sid)).toEqual(['a'])
    expect([all.silent, all.lost]).toEqual([[host(1).url], []])
    await expect(client.sessions(host(1).url)).rejects.toMatchObject({ kind: 'timeout' })
  })

  test('fail as one does when none answers', async () => {
    for (const each of hosts) each.hangs = true
    await expect(client.sessions()).rejects.toMatchObject({ kind: 'timeout' })
  })

  test('give one up that refuses connections a minute after its announcement has lapsed', async () => {
    await start('a', host(0))
    await start('b', host(1))
    await fall(host(1))
    const lost = async () => (await client.sessions()).lost
    expect(await lost()).toEqual([])
    nowMs += LOST_AFTER_MS - 1
    await announce(host(0).url)
    expect(await lost()).toEqual([])
    nowMs += 1
    expect(await lost()).toEqual([host(1).url])
  })

  test('give one up at once that has said that it leaves', async () => {
    await start('b', host(1))
    await fall(host(1))
    nowMs += 1
    await announce(host(1).url, { leaving: true })
    expect((await client.sessions()).lost).toEqual([host(1).url])
  })

  test('are asked as they were known while the store is away, and none is given up', async () => {
    await start('a', host(0))
    await client.sessions()
    isStoreAway = true
    nowMs += LOST_IN_SILENCE_MS
    host(1).hangs = true
    const all = await client.sessions()
    expect(all.sessions.map(({ sid }) => sid)).toEqual(['a'])
    expect([all.silent, all.lost]).toEqual([[host(1).url], []])
  })

  test('end a session where it runs, and ask nobody else', async () => {
    await start('b', host(1))
    expect(await client.end('b')).toBe(true)
    expect([actions(host(0)), actions(host(1))]).toEqual([[], ['end']])
  })

  test('end a session of which no place is known, wherever it runs', async () => {
    host(1).sids.add('stray')
    expect(await client.end('stray')).toBe(true)
    expect(await client.end('nobody')).toBe(false)
    host(0).hangs = true
    await expect(client.end('nobody')).rejects.toMatchObject({ kind: 'timeout' })
  })

  test('are never looked for where the owner allows none, whatever the store says', async () => {
    const before = sessionRecord({ sid: 'x', service: 'http://127.0.0.1:1' })
    await sessions.reserve(before, ROOMY)
    await sessions.begin('x')
    expect((await client.sessions()).silent).toEqual([])
    await expect(client.end('x')).rejects.toMatchObject({ kind: 'unreachable' })
    await expect(client.sessions('http://127.0.0.1:1')).rejects.toBeInstanceOf(ServiceFailure)
  })

  test('drain together, or one by its address', async () => {
    await client.drain(host(1).url)
    expect(hosts.map(({ drains }) => drains)).toEqual([false, true])
    expect((await client.sessions()).draining).toBe(false)
    await client.drain()
    expect(hosts.map(({ drains }) => drains)).toEqual([true, true])
    expect((await client.sessions()).draining).toBe(true)
  })

  test('build where the project is, full or not, and not where nothing new is run', async () => {
    const { grant } = ticketRecord()
    const order = { ...grant, action: 'builds' } as const
    nowMs += 1
    await announce(host(1).url, { workspaces: [workspaceKey(grant)], capacity: 1, running: 1 })
    expect((await client.build(order)).log).toBe(host(1).url)
    nowMs += 1
    await announce(host(1).url, { workspaces: [workspaceKey(grant)], draining: true })
    expect((await client.build(order)).log).toBe(host(0).url)
  })

  test('tell of a recording alone where it lies: one that is away is not one that has none', async () => {
    host(1).casts.add('over')
    const { url } = host(1)
    expect(await client.recording('over', url)).toContain('a cast')
    expect(await client.recording('other', url)).toBeUndefined()
    expect(await client.removeRecording('over', url)).toBe(true)
    host(1).hangs = true
    await expect(client.recording('over', url)).rejects.toMatchObject({ kind: 'timeout' })
    nowMs += LOST_AFTER_MS
    await announce(host(0).url)
    await fall(host(1))
    await expect(client.recording('over', url)).rejects.toMatchObject({ kind: 'unreachable' })
    await expect(client.removeRecording('over', url)).rejects.toMatchObject({ kind: 'unreachable' })
    const foreign = 'http://127.0.0.1:1'
    await expect(client.recording('over', foreign)).rejects.toBeInstanceOf(ServiceFailure)
    expect(actions(host(0))).toEqual([])
  })

  test('are the one of the configuration when none has announced itself', async () => {
    nowMs += LOST_AFTER_MS
    await expect(client.sessions()).rejects.toMatchObject({ kind: 'unreachable' })
    expect(await fleet.urls()).toEqual([NOWHERE])
    expect(hosts.flatMap(({ orders }) => orders)).toEqual([])
  })

  test('are not asked any more after the end', async () => {
    host(0).hangs = true
    const asked = client.sessions()
    client.close()
    await expect(asked).rejects.toBeInstanceOf(ServiceFailure)
  })
})

describe('a service that did not answer', () => {
  const known = (silentMs: number) => ({ ...announced(), silentMs })
  const refused = new ServiceFailure('unreachable')
  const late = new ServiceFailure('timeout')

  test('is given up for what it did, never for what it said', () => {
    expect(isLost(known(LOST_AFTER_MS), refused)).toBe(true)
    expect(isLost(known(LOST_AFTER_MS - 1), refused)).toBe(false)
    expect(isLost(known(LOST_AFTER_MS), late)).toBe(false)
    expect(isLost(known(LOST_IN_SILENCE_MS), late)).toBe(true)
    for (const failure of [new ServiceFailure('refused', 500), new ServiceFailure('nonsense')]) {
      expect(isLost(known(LOST_IN_SILENCE_MS), failure)).toBe(false)
      expect(isLost(undefined, failure)).toBe(false)
    }
    expect(isLost(undefined, refused)).toBe(true)
  })
})
