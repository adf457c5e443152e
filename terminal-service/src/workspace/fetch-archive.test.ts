// Archives come from origins that are allowed, with or without a bearer, within bounds, and are what was announced.
import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { fetchArchive } from './fetch-archive.ts'

const BODY = Buffer.from('an archive')
const CMS = 'http://cms.invalid:3001'

let server: Server
let origin: string
let seen: IncomingMessage[]
let answer: (request: IncomingMessage, response: ServerResponse) => void

beforeEach(async () => {
  seen = []
  answer = (_request, response) => response.end(BODY)
  server = createServer((request, response) => {
    seen.push(request)
    answer(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterEach(async () => {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})

const archive = (more: object = {}) => ({
  url: `${origin}/bucket/key?X-Amz-Signature=abc`,
  sha256: createHash('sha256').update(BODY).digest('hex'),
  bytes: BODY.byteLength,
  format: 'zip' as const,
  ...more,
})
const get = (more: object = {}, options: object = {}) =>
  fetchArchive(archive(more), { origins: [CMS, origin], ...options })

describe('fetching an archive', () => {
  test('sends no bearer to an address that is signed itself', async () => {
    expect(await get()).toEqual(BODY)
    expect(seen[0]?.headers.authorization).toBeUndefined()
    expect(seen[0]?.url).toBe('/bucket/key?X-Amz-Signature=abc')
  })

  test('sends the bearer that it was given', async () => {
    expect(await get({ token: 'secret' })).toEqual(BODY)
    expect(seen[0]?.headers.authorization).toBe('Bearer secret')
  })

  test.each([
    ['another port', () => ({ url: 'http://127.0.0.1:1/x' })],
    ['another scheme', () => ({ url: origin.replace('http', 'https') })],
    ['an allowed name as user', () => ({ url: `${origin}@127.0.0.1:1/` })],
    ['a file', () => ({ url: 'file:///etc/passwd' })],
  ])('asks nobody but the allowed origins: %s', async (_what, more) => {
    await expect(get(more())).rejects.toThrow('lies elsewhere')
    expect(seen).toEqual([])
  })

  test('follows no redirect, not even to an allowed origin', async () => {
    answer = (request, response) => {
      if (request.url === '/there') return response.end(BODY)
      return response.writeHead(302, { location: '/there' }).end()
    }
    await expect(get()).rejects.toThrow('could not be fetched')
    expect(seen).toHaveLength(1)
  })

  test('stops at the announced size, whatever the server sends', async () => {
    let sent = 0
    answer = (_request, response) => {
      const more = () => {
        sent += 1
        response.write(Buffer.alloc(65_536), () => !response.destroyed && setImmediate(more))
      }
      more()
    }
    await expect(get()).rejects.toThrow('larger than announced')
    expect(sent).toBeLessThan(500)
  })

  test('waits no longer than it is told, for the head and for the body', async () => {
    answer = () => undefined
    await expect(get({}, { timeoutMs: 50 })).rejects.toThrow('could not be fetched')
    answer = (_request, response) => response.write('an')
    await expect(get({}, { timeoutMs: 50 })).rejects.toThrow('could not be fetched')
  })

  test('ends when the service does', async () => {
    answer = () => undefined
    const closing = new AbortController()
    const fetching = get({}, { signal: closing.signal })
    closing.abort()
    await expect(fetching).rejects.toThrow('could not be fetched')
  })

  test.each<[string, (response: ServerResponse) => void]>([
    ['other bytes', (response) => response.end('an archivE')],
    ['fewer bytes', (response) => response.end('an')],
    ['a refusal', (response) => response.writeHead(403).end(BODY)],
    ['a cut connection', (response) => response.destroy()],
  ])('refuses %s', async (_what, respond) => {
    answer = (_request, response) => respond(response)
    await expect(get()).rejects.toMatchObject({ reason: 'archive-failed' })
  })
})
