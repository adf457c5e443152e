import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { createForwarder } from './forward.ts'

const open: Server[] = []
const listen = async (server: Server): Promise<string> => {
  open.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

let site: string
/** The CMS's side of the stream, once it is asked for. */
let stream: Promise<ServerResponse>

beforeEach(async () => {
  let resolve: (response: ServerResponse) => void
  stream = new Promise((done) => {
    resolve = done
  })
  const cms = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'x-accel-buffering': 'no' })
    response.write('event: place\ndata: {"position":2}\n\n')
    resolve(response)
  })
  const forward = createForwarder(await listen(cms))
  const server = createServer((request, response) => {
    void forward(request, response)
  })
  site = await listen(server)
})
afterEach(() => {
  for (const server of open.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

const follow = async (signal?: AbortSignal) => {
  const response = await fetch(`${site}/api/terminal/queue`, {
    method: 'POST',
    body: '{}',
    ...(signal ? { signal } : {}),
  })
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  return { response, next: async () => (await reader?.read())?.value }
}

test('a stream of the terminal is passed on piece by piece, as it comes', async () => {
  const { response, next } = await follow()
  expect(await next()).toContain('"position":2')
  expect(response.headers.get('x-accel-buffering')).toBe('no')
  const upstream = await stream
  upstream.write('event: place\ndata: {"position":1}\n\n')
  expect(await next()).toContain('"position":1')
  upstream.end()
  expect(await next()).toBeUndefined()
})

test('the CMS learns at once that a visitor has left the stream', async () => {
  const leaving = new AbortController()
  const { next } = await follow(leaving.signal)
  await next()
  const closed = stream.then(
    (upstream) => new Promise<void>((resolve) => upstream.once('close', () => resolve())),
  )
  leaving.abort()
  await expect(closed).resolves.toBeUndefined()
})

test('the contact form reaches the CMS by its one address, and nothing else beside it does', async () => {
  const answer = await fetch(`${site}/api/contact`, { method: 'POST', body: '{}' })
  expect(answer.status).toBe(200)
  ;(await stream).end()
  for (const path of ['/api/contact/', '/api/contact/x', '/api/contact?x=1']) {
    expect((await fetch(`${site}${path}`)).status).toBe(404)
  }
})
