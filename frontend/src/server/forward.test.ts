import { once } from 'node:events'
import { createServer, type Server, type ServerResponse } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { createForwarder } from './forward.ts'

const open: Server[] = []
const listen = async (server: Server): Promise<string> => {
  open.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const STALL_MS = 500

/** As much as anybody takes. */
const pour = (response: ServerResponse) => {
  const more = () => {
    while (!response.destroyed && response.write(Buffer.alloc(65_536)));
    response.once('drain', more)
  }
  more()
}

let site: string
/** The CMS's side of the stream, once it is asked for. */
let stream: Promise<ServerResponse>

beforeEach(async () => {
  let resolve: (response: ServerResponse) => void
  stream = new Promise((done) => {
    resolve = done
  })
  const cms = createServer((request, response) => {
    if (request.url?.startsWith('/api/media/')) {
      response.writeHead(200, { 'content-type': 'video/mp4' })
      resolve(response)
      pour(response)
      return
    }
    response.writeHead(200, { 'content-type': 'text/event-stream', 'x-accel-buffering': 'no' })
    response.write('event: place\ndata: {"position":2}\n\n')
    resolve(response)
  })
  const forward = createForwarder(await listen(cms), STALL_MS)
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

test('a visitor who asks for a file and reads nothing of it does not keep it open', async () => {
  const { hostname, port } = new URL(site)
  const visitor = connect({ host: hostname, port: Number(port) }).pause()
  visitor.on('error', () => undefined)
  visitor.write('GET /media/a.mp4 HTTP/1.1\r\nHost: site\r\n\r\n')
  await once(await stream, 'close')
  visitor.destroy()
}, 5000)

test('a stream is as open as ever while something comes now and then', async () => {
  const { next } = await follow()
  await next()
  const upstream = await stream
  for (let beats = 0; beats < 4; beats += 1) {
    await new Promise((resolve) => setTimeout(resolve, STALL_MS / 2))
    upstream.write(':\n\n')
    expect(await next()).toBe(':\n\n')
  }
  upstream.end()
})
