// A service that announces itself, to a CMS that answers, refuses, or hangs.
import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { Announcement } from '@shellfolio/protocol'
import { type JWTPayload, jwtVerify } from 'jose'
import { eventually } from '../testing/client.ts'
import { type Announcer, type Facts, startAnnouncer } from './announcer.ts'

const KEY = 'k'.repeat(40)
const FACTS: Facts = {
  capacity: 8,
  running: 2,
  draining: false,
  sandbox: 'cgroup-v2',
  workspaces: ['a'.repeat(64)],
}

let server: Server
let to: string
let announcer: Announcer | undefined
let requests: IncomingMessage[]
let lines: string[]
let facts: Facts
let answer: (response: ServerResponse) => void
let open: number
let most: number

beforeEach(async () => {
  requests = []
  lines = []
  facts = FACTS
  open = 0
  most = 0
  answer = (response) => response.writeHead(204).end()
  server = createServer((request, response) => {
    requests.push(request)
    open += 1
    most = Math.max(most, open)
    response.once('close', () => {
      open -= 1
    })
    answer(response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  to = `http://127.0.0.1:${port}/api/terminal/services`
})

afterEach(async () => {
  await announcer?.close()
  announcer = undefined
  server.closeAllConnections()
  server.close()
})

const start = (more: Partial<Parameters<typeof startAnnouncer>[0]> = {}) => {
  announcer = startAnnouncer({
    to,
    id: 'start-1',
    url: 'http://10.0.0.5:3002',
    grantKey: KEY,
    facts: () => facts,
    log: { warn: (line) => lines.push(line), note: (line) => lines.push(line) },
    everyMs: 10,
    timeoutMs: 200,
    ...more,
  })
  return announcer
}

type Claims = JWTPayload & { service: Announcement }

const claimsOf = async (request: IncomingMessage | undefined): Promise<Claims> => {
  const token = String(request?.headers.authorization).replace('Bearer ', '')
  const key = new TextEncoder().encode(KEY)
  const { payload } = await jwtVerify<Claims>(token, key, {
    issuer: 'shellfolio-terminal',
    audience: 'terminal-announcement',
  })
  return payload
}

describe('a service', () => {
  test('says at once and again that it is there, signed, for ten seconds, later each time', async () => {
    start()
    await eventually('three announcements', () => requests.length >= 3)
    const [first, second] = await Promise.all(requests.slice(0, 2).map(claimsOf))
    expect(first?.service).toEqual({
      ...FACTS,
      id: 'start-1',
      url: 'http://10.0.0.5:3002',
      leaving: false,
      atMs: expect.any(Number),
    })
    expect(Number(first?.exp) - Number(first?.iat)).toBe(10)
    expect(second?.service.atMs).toBeGreaterThan(Number(first?.service.atMs))
    expect([requests[0]?.method, requests[0]?.url]).toEqual(['POST', '/api/terminal/services'])
    expect(requests[0]?.headers['content-length'] ?? '0').toBe('0')
  })

  test('says what is true at that moment', async () => {
    start()
    await eventually('one announcement', () => requests.length > 0)
    facts = { ...FACTS, draining: true, running: 5 }
    const before = requests.length + 1
    await eventually('later ones', () => requests.length > before)
    expect((await claimsOf(requests.at(-1))).service).toMatchObject({ draining: true, running: 5 })
  })

  test('says last that it leaves, and nothing after that', async () => {
    const leaver = start()
    await eventually('one announcement', () => requests.length > 0)
    await Promise.all([leaver.close(), leaver.close()])
    const before = requests.length
    start({ id: 'start-2' })
    await eventually('another says much', () => requests.length >= before + 5)
    const said = (await Promise.all(requests.map(claimsOf))).map(({ service }) => service)
    const ours = said.filter(({ id }) => id === 'start-1')
    expect(ours).toHaveLength(before)
    expect(ours.filter(({ leaving }) => leaving)).toEqual([ours.at(-1)])
  })

  test('never has two announcements on their way, and waits for none for ever', async () => {
    answer = () => undefined
    const stuck = start({ timeoutMs: 50 })
    await eventually('it was given up and tried again', () => requests.length >= 3)
    expect(most).toBe(1)
    const closedAt = performance.now()
    await stuck.close()
    expect(performance.now() - closedAt).toBeLessThan(2000)
  })

  test('tells its operator once that it is not heard, and once that it is again, without a token', async () => {
    answer = (response) => response.writeHead(401).end('secret')
    start()
    await eventually('several were refused', () => requests.length >= 4)
    expect(lines).toEqual(['the CMS does not take announcements: it answered 401'])
    answer = (response) => response.writeHead(204).end()
    await eventually('it is heard', () => lines.length === 2)
    expect(lines[1]).toBe('the CMS takes announcements again')
    expect(lines.join()).not.toContain('eyJ')
  })

  test('goes on while nobody is there', async () => {
    start({ to: 'http://127.0.0.1:9/' })
    await eventually('it is told', () => lines.length === 1)
    expect(lines[0]).toMatch(/^the CMS does not take announcements: \w+$/)
  })
})
