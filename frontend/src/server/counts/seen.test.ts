import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { LIMITS } from '../../limits.ts'
import type { Seen } from '../../seen.ts'
import { answerSeen } from './seen.ts'

const SITE = 'https://site.example'
const SEEN: Seen = { path: '/projects/a', referrer: '' }

let server: Server
let url: string
const heard: Seen[] = []

beforeAll(async () => {
  const options = { siteUrl: SITE, onSeen: (_: unknown, seen: Seen) => heard.push(seen) }
  server = createServer((request, response) => void answerSeen(request, response, options))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/seen`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})
beforeEach(() => {
  heard.length = 0
})

const send = (body: string, headers: Record<string, string> = { origin: SITE }) =>
  fetch(url, { method: 'POST', body, headers })

test('a page of ours that says what is seen is heard', async () => {
  const response = await send(JSON.stringify(SEEN))
  expect([response.status, await response.text()]).toEqual([204, ''])
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(heard).toEqual([SEEN])
})

test.each([
  ['no JSON', 'path=/'],
  ['a part of it', '{"path":"/"}'],
  ['more than that', JSON.stringify({ ...SEEN, who: 'ada' })],
  ['another kind of thing', '{"path":1,"referrer":""}'],
])('%s is refused', async (_, body) => {
  const response = await send(body)
  expect(response.status).toBe(400)
  expect(await response.json()).toMatchObject({ code: 'bad-request' })
  expect(heard).toEqual([])
})

test('pages of others, other methods and endless texts are refused', async () => {
  const body = JSON.stringify(SEEN)
  const long = JSON.stringify({ ...SEEN, referrer: 'x'.repeat(LIMITS.counts.maxSeenBytes) })
  const answers = [
    await send(body, { origin: 'https://other.example' }),
    await send(body, { origin: SITE, 'sec-fetch-site': 'cross-site' }),
    await send(long),
    await fetch(url),
  ]
  expect(answers.map(({ status }) => status)).toEqual([403, 403, 413, 405])
  expect(heard).toEqual([])
})
