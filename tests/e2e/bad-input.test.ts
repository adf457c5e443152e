// Each wrong request gets its documented answer; nothing hangs.
import { randomBytes } from 'node:crypto'
import { connect } from 'node:net'
import { expect, test } from '@jest/globals'
import { WebSocket } from 'ws'
import { runningStack } from '../support/e2e.ts'

const { siteUrl, cmsUrl, terminalUrl } = runningStack()

type Answer = { ticket: string; url: string; code: string; title: string }

const askTicket = async (body: unknown, headers: Record<string, string> = {}) => {
  const response = await fetch(`${siteUrl}/api/terminal/tickets`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: siteUrl, ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  return {
    status: response.status,
    type: response.headers.get('content-type') ?? '',
    body: (await response.json()) as Answer,
  }
}

/** Opens a WebSocket and answers how that ended: the refusal's status, or the close code. */
const attempt = (
  url: string,
  {
    ticket,
    origin = siteUrl,
    onOpen,
  }: { ticket?: string; origin?: string; onOpen?: (socket: WebSocket) => void },
) =>
  new Promise<{ status?: number; close?: number; opened: boolean }>((resolve, reject) => {
    let opened = false
    const protocols = ['term.v1', ...(ticket ? [`ticket.${ticket}`] : [])]
    const socket = new WebSocket(url, protocols, { origin, handshakeTimeout: 10_000 })
    socket.on('unexpected-response', (_request, response) => {
      response.resume()
      resolve({ status: response.statusCode ?? 0, opened })
      socket.terminate()
    })
    socket.on('open', () => {
      opened = true
      onOpen?.(socket)
    })
    socket.on('close', (close) => resolve({ close, opened }))
    socket.on('error', (error) =>
      socket.readyState === WebSocket.CLOSED ? reject(error) : undefined,
    )
  })

test.each([
  ['an unknown project', { project: 'no-such-thing' }, 404, 'demo-not-found'],
  ['a project without a demo', { project: 'tide-tables' }, 404, 'demo-not-found'],
  ['an unknown demo', { demo: '00000000-0000-4000-8000-000000000000' }, 404, 'demo-not-found'],
  ['nothing', {}, 400, 'bad-request'],
  ['a path instead of a name', { project: '../etc' }, 404, 'demo-not-found'],
  ['text that is no JSON', '{', 400, 'bad-request'],
  ['a huge body', { project: 'x'.repeat(100_000) }, 413, 'body-too-large'],
])('a ticket for %s is refused', async (_what, body, status, code) => {
  const answer = await askTicket(body)
  expect(answer).toMatchObject({ status, body: { code } })
  expect(answer.type).toContain('application/problem+json')
  expect(answer.body.title).toMatch(/\w+ \w+/)
})

test('a ticket asked for by another site is refused', async () => {
  const answer = await askTicket({ project: 'philosophers' }, { origin: 'https://evil.example' })
  expect(answer).toMatchObject({ status: 403, body: { code: 'origin-refused' } })
})

test('a ticket opens one socket, and only with the origin that it was given to', async () => {
  const { body } = await askTicket({ project: 'philosophers' })
  expect(await attempt(body.url, { ticket: body.ticket, origin: 'https://evil.example' })).toEqual({
    status: 403,
    opened: false,
  })
  const fresh = (await askTicket({ project: 'philosophers' })).body
  const first = await attempt(fresh.url, {
    ticket: fresh.ticket,
    onOpen: (socket) => socket.close(),
  })
  expect(first.opened).toBe(true)
  expect(await attempt(fresh.url, { ticket: fresh.ticket })).toEqual({ status: 401, opened: false })
})

test.each([
  ['no ticket', undefined],
  ['an invented ticket', randomBytes(32).toString('base64url')],
  ['a ticket of the wrong form', 'x'],
])('a socket with %s is refused', async (_what, ticket) => {
  const { body } = await askTicket({ project: 'philosophers' })
  expect(await attempt(body.url, { ...(ticket ? { ticket } : {}) })).toEqual({
    status: 401,
    opened: false,
  })
})

test.each([
  '/',
  '/terminal/ws/',
  '/terminal/ws2',
  '/_next/webpack-hmr',
  '/api/terminal/ws',
  '/admin',
])('an upgrade on %s of the CMS or the site gets 404 and is closed', async (path) => {
  for (const base of [cmsUrl, siteUrl]) {
    const url = base.replace('http', 'ws') + path
    expect(await attempt(url, {})).toEqual({ status: 404, opened: false })
  }
})

test.each([
  ['a frame that is no HELLO', Buffer.from([0x7f, 1, 2, 3]), 4400],
  ['an empty frame', Buffer.alloc(0), 4400],
  ['text instead of bytes', 'hello', 4400],
  ['a frame larger than any', Buffer.alloc(100_000, 1), 1009],
])('%s closes the session with its code', async (_what, data, code) => {
  const { body } = await askTicket({ project: 'philosophers' })
  const answer = await attempt(body.url, {
    ticket: body.ticket,
    onOpen: (socket) => socket.send(data),
  })
  expect(answer).toEqual({ opened: true, close: code })
})

test('the terminal service opens nothing without a grant, also from this machine', async () => {
  const url = `${terminalUrl.replace('http', 'ws')}/session`
  expect(await attempt(url, {})).toEqual({ status: 401, opened: false })
})

test('early bytes behind an upgrade request end it', async () => {
  const { body } = await askTicket({ project: 'philosophers' })
  const { port, pathname } = new URL(body.url)
  const head = [
    `GET ${pathname} HTTP/1.1`,
    `Host: 127.0.0.1:${port}`,
    'Connection: Upgrade',
    'Upgrade: websocket',
    `Origin: ${siteUrl}`,
    'Sec-WebSocket-Version: 13',
    `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
    `Sec-WebSocket-Protocol: term.v1, ticket.${body.ticket}`,
  ].join('\r\n')
  const answer = await new Promise<string>((resolve, reject) => {
    const socket = connect(Number(port), '127.0.0.1', () => socket.write(`${head}\r\n\r\nearly`))
    let text = ''
    socket.setEncoding('latin1').on('data', (chunk: string) => {
      text += chunk
    })
    socket.on('close', () => resolve(text))
    socket.on('error', reject)
    socket.setTimeout(10_000, () => socket.destroy(new Error('The socket was left open.')))
  })
  expect(answer).toMatch(/^HTTP\/1\.1 400 /)
})
