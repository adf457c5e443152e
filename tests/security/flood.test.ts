// Ten thousand sockets that want to be upgraded and never finish: the process ends them, stays small, and serves the next visitor.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { gather, visitorOf } from '../support/attack/crowd.ts'
import { maxOpenFiles, startVictim, type Victim } from '../support/attack/victim.ts'
import { eventually } from '../support/eventually.ts'
import { SITE } from '../support/plugin/fake-payload.ts'
import { type FakeService, GREETING, startFakeService } from '../support/plugin/fake-service.ts'
import { rawClient, upgradeRequest } from '../support/plugin/host.ts'

const PENDING = 10_000
/** At least so many of them at the same time. */
const MANY = 1000
/** Descriptors that both processes need beside the crowd's. */
const SPARE_FILES = 500
const MIB = 2 ** 20
/** What a second flood may leave behind beyond the first one on the heap: less than 400 bytes a socket. */
const MAX_HEAP_GROWTH = 4 * MIB
/** And in all: the allocator keeps what it likes, but 8 KiB a socket would be a leak. */
const MAX_RSS_GROWTH = 96 * MIB

let service: FakeService
let victim: Victim
beforeAll(async () => {
  service = await startFakeService()
  victim = await startVictim(service.url)
})
afterAll(async () => {
  await victim?.stop()
  await service?.stop()
})

const launch = async (address: string) => {
  const response = await fetch(`http://127.0.0.1:${victim.port}/api/terminal/tickets`, {
    method: 'POST',
    headers: { origin: SITE, 'x-forwarded-for': address },
    body: JSON.stringify({ project: 'philosophers' }),
  })
  const { ticket } = (await response.json()) as { ticket: string }
  expect(response.status).toBe(201)
  const extra = [`X-Forwarded-For: ${address}`]
  const client = await rawClient(victim.port, upgradeRequest({ ticket, extra }))
  await client.sees(GREETING)
  client.socket.destroy()
}

/** Whole but for its last byte. */
const unfinished = (index: number) =>
  upgradeRequest({
    ticket: 'A'.repeat(43),
    extra: [`X-Forwarded-For: ${visitorOf(index)}`],
  }).slice(0, -1)

const invented = (index: number) => `${unfinished(index)}\n`

/** As many as may be open at once, again until all had their turn. */
const sizes = () => {
  const most = maxOpenFiles() - SPARE_FILES
  const turns = Math.ceil(PENDING / most)
  return Array.from({ length: turns }, () => Math.ceil(PENDING / turns))
}

const flood = async (round: number) => {
  for (const size of sizes()) {
    const crowd = await gather(victim.port, size, unfinished)
    // On a slow machine the first have been ended already.
    expect((await victim.held()).sockets).toBeGreaterThan(MANY)
    await launch(visitorOf(900_000 + round))
    await eventually('all are ended', () => crowd.every(({ isOpen }) => !isOpen()), 30_000)
    const answers = new Set(crowd.map(({ answer }) => answer().split('\r\n', 1)[0]))
    expect([...answers]).toEqual(['HTTP/1.1 408 Request Timeout'])
  }
  const guessers = await gather(victim.port, 2000, invented)
  await eventually('all are refused', () => guessers.every(({ isOpen }) => !isOpen()), 30_000)
  const answers = new Set(guessers.map(({ answer }) => answer()))
  expect(answers.size).toBe(1)
  expect([...answers][0]).toMatch(/^HTTP\/1\.1 401 [\s\S]*"signature-refused"/)
  await eventually('nothing is left', async () => {
    const { sockets, sessions } = await victim.held()
    return sockets === 0 && sessions === 0
  })
  return victim.held()
}

describe('ten thousand pending upgrades', () => {
  test('are ended with an answer, while a visitor gets in, and leave no socket and no memory behind', async () => {
    const first = await flood(1)
    const second = await flood(2)
    expect(second.heap - first.heap).toBeLessThan(MAX_HEAP_GROWTH)
    expect(second.rss - first.rss).toBeLessThan(MAX_RSS_GROWTH)
    expect(second.logged).toEqual([])
    await launch(visitorOf(990_000))
  }, 120_000)
})
