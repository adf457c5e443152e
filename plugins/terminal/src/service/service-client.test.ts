import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { jwtVerify } from 'jose'
import { eventually } from '../../../../tests/support/eventually.ts'
import { createGrants } from '../grants.ts'
import { MAX_CAST_BYTES, MAX_SERVICE_ANSWER_BYTES } from '../limits.ts'
import { createServiceClient, type ServiceClient } from './service-client.ts'

const KEY = 'k'.repeat(40)
const SESSION = {
  sid: 'sid-1',
  demoId: 'demo-1',
  state: 'live',
  startedAt: '2026-01-01T00:00:00.000Z',
  idleMs: 5,
  viewers: 1,
  title: 'Demo',
  bytesOut: 7,
}

let server: Server
let client: ServiceClient
let requests: IncomingMessage[]
let answer: (response: ServerResponse) => void
let sockets = 0

const listing = (sessions: unknown) => JSON.stringify({ sessions, capacity: 8, draining: false })
const answerWith = (status: number, body: string) => {
  answer = (response) => response.writeHead(status).end(body)
}

beforeEach(async () => {
  requests = []
  server = createServer((request, response) => {
    requests.push(request)
    request.resume()
    answer(response)
  })
  sockets = 0
  server.on('connection', (socket) => {
    sockets += 1
    socket.once('close', () => {
      sockets -= 1
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  const internalUrl = `http://127.0.0.1:${port}`
  client = createServiceClient({ internalUrl, grants: createGrants(KEY), timeoutMs: 300 })
})

afterEach(async () => {
  await eventually('no socket is left', () => sockets === 0)
  server.close()
})

const claimsOf = async (request: IncomingMessage | undefined) => {
  const token = String(request?.headers['x-term-grant'])
  const key = new TextEncoder().encode(KEY)
  return (await jwtVerify(token, key, { audience: 'terminal-control', issuer: 'shellfolio-cms' }))
    .payload
}

describe('the client of the service', () => {
  test('asks for sessions with a grant of ten seconds, and reads what it knows', async () => {
    answerWith(200, listing([{ ...SESSION, colour: 'red' }]))
    expect(await client.sessions()).toEqual({ sessions: [SESSION], capacity: 8, draining: false })
    const claims = await claimsOf(requests[0])
    expect(claims.control).toEqual({ action: 'sessions' })
    expect(Number(claims.exp) - Number(claims.iat)).toBe(10)
    expect([requests[0]?.method, requests[0]?.url]).toEqual(['GET', '/sessions'])
  })

  test('uses each grant once', async () => {
    answerWith(200, listing([]))
    await client.sessions()
    await client.sessions()
    const [one, two] = await Promise.all(requests.map(claimsOf))
    expect(one?.jti).not.toBe(two?.jti)
  })

  test('ends a session, and says when there was none', async () => {
    answerWith(202, '')
    expect(await client.end('sid-1')).toBe(true)
    expect([requests[0]?.method, requests[0]?.url]).toEqual(['DELETE', '/sessions/sid-1'])
    expect((await claimsOf(requests[0])).control).toEqual({ action: 'end', sid: 'sid-1' })
    answerWith(404, '{}')
    expect(await client.end('sid-1')).toBe(false)
  })

  test('shows a notice, and says when there was no session for it', async () => {
    answerWith(202, '')
    expect(await client.notify('sid-1', 'Hello.')).toBe(true)
    expect([requests[0]?.method, requests[0]?.url]).toEqual(['POST', '/sessions/sid-1/notice'])
    const control = { action: 'notify', sid: 'sid-1', text: 'Hello.' }
    expect((await claimsOf(requests[0])).control).toEqual(control)
    answerWith(404, '{}')
    expect(await client.notify('sid-1', 'Hello.')).toBe(false)
  })

  test('fetches a recording larger than any other answer, and forgets it', async () => {
    const cast = 'é'.repeat(MAX_SERVICE_ANSWER_BYTES)
    answerWith(200, cast)
    expect(await client.recording('sid-1')).toBe(cast)
    expect([requests[0]?.method, requests[0]?.url]).toEqual(['GET', '/recordings/sid-1'])
    const control = { action: 'recording', sid: 'sid-1' }
    expect((await claimsOf(requests[0])).control).toEqual(control)
    answerWith(204, '')
    expect(await client.removeRecording('sid-1')).toBe(true)
    expect([requests[1]?.method, requests[1]?.url]).toEqual(['DELETE', '/recordings/sid-1'])
    expect((await claimsOf(requests[1])).control).toEqual(control)
  })

  test('says that there is no recording, and believes none that is too large', async () => {
    answerWith(404, '{}')
    expect(await client.recording('sid-1')).toBeUndefined()
    expect(await client.removeRecording('sid-1')).toBe(false)
    answerWith(500, '')
    await expect(client.recording('sid-1')).rejects.toMatchObject({ kind: 'refused', status: 500 })
    answer = (response) => {
      const chunk = Buffer.alloc(1024 * 1024)
      response.on('error', () => undefined)
      for (let count = 0; count <= MAX_CAST_BYTES / chunk.length; count += 1) response.write(chunk)
      response.end()
    }
    await expect(client.recording('sid-1')).rejects.toMatchObject({ kind: 'nonsense' })
  })

  test('asks the service to take no more', async () => {
    answerWith(202, '{}')
    await client.drain()
    expect([requests[0]?.method, requests[0]?.url]).toEqual(['POST', '/drain'])
    expect((await claimsOf(requests[0])).control).toEqual({ action: 'drain' })
  })

  test.each([
    ['no JSON', 'hello'],
    ['another shape', '{"sessions":{}}'],
    ['a session without an id', listing([{ ...SESSION, sid: '' }])],
    ['too many', listing(Array.from({ length: 3000 }, () => SESSION))],
    ['too much', JSON.stringify('x'.repeat(MAX_SERVICE_ANSWER_BYTES))],
  ])('believes nothing of an answer with %s', async (_, body) => {
    answerWith(200, body)
    await expect(client.sessions()).rejects.toMatchObject({ kind: 'nonsense' })
  })

  test.each([401, 500, 302])('says that it was refused with %i', async (status) => {
    answerWith(status, 'secret words')
    await expect(client.sessions()).rejects.toMatchObject({ kind: 'refused', status })
    await expect(client.end('sid')).rejects.toMatchObject({ kind: 'refused', status })
    await expect(client.drain()).rejects.toMatchObject({ kind: 'refused', status })
  })

  test('gives up when the answer, or its end, does not come', async () => {
    answer = () => undefined
    await expect(client.sessions()).rejects.toMatchObject({ kind: 'timeout' })
    answer = (response) => response.writeHead(200).write('{')
    await expect(client.sessions()).rejects.toMatchObject({ kind: 'timeout' })
  })

  test('says that nobody is there, without a word of the grant', async () => {
    const nowhere = createServiceClient({
      internalUrl: 'http://127.0.0.1:9',
      grants: createGrants(KEY),
    })
    const failure = await nowhere.sessions().catch((error: unknown) => error)
    expect(failure).toMatchObject({ kind: 'unreachable' })
    expect(JSON.stringify(failure) + String((failure as Error).stack)).not.toContain('eyJ')
  })

  test('breaks off at once when it is closed', async () => {
    answer = () => undefined
    const asked = client.sessions()
    await eventually('it is being asked', () => requests.length === 1)
    client.close()
    await expect(asked).rejects.toMatchObject({ kind: 'unreachable' })
    await expect(client.sessions()).rejects.toMatchObject({ kind: 'unreachable' })
  })
})
