// A whole story with all that can go wrong in it, and then every line that the CMS, its relay and the service logged: no secret is in one.
import { type ChildProcess, fork } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { freePort } from '../../scripts/lib/ports.mjs'
import {
  eventually,
  startTestService,
  TestClient,
  type TestService,
} from '../../terminal-service/src/testing/index.ts'
import { converse } from '../support/attack/bytes.ts'
import { PASSWORD } from '../support/cms.ts'

const SITE = 'http://site.example'
const ADDRESS = '203.0.113.77'
const OTHER_ADDRESS = '203.0.113.78'
/** What no log may hold. */
const secrets = new Map<string, string>([
  ['an address', ADDRESS],
  ['another address', OTHER_ADDRESS],
  ['the owner’s password', PASSWORD],
])
const keep = (what: string, secret: string): string => {
  secrets.set(`${what} ${secrets.size}`, secret)
  return secret
}
const typed = keep('what was typed', `typed-${randomBytes(8).toString('hex')}`)

let service: TestService
let cms: ChildProcess
let port: number
let email: string
let log = ''

beforeAll(async () => {
  port = await freePort()
  const url = `http://127.0.0.1:${port}`
  service = await startTestService({
    archiveOrigin: url,
    log: {
      write: (line) => {
        log += line
      },
    },
  })
  keep('the grant key', service.grantKey)
  const program = fileURLToPath(new URL('../support/attack/cms-process.ts', import.meta.url))
  cms = fork(program, [String(port), service.url, service.grantKey], {
    execArgv: ['--conditions=production', '--import', 'tsx'],
    env: { ...process.env, NODE_OPTIONS: '' },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  for (const stream of [cms.stdout, cms.stderr]) {
    stream?.on('data', (chunk) => {
      log += chunk
    })
  }
  const ended = once(cms, 'exit').then(() => Promise.reject(new Error(`The CMS ended: ${log}`)))
  const [message] = await Promise.race([once(cms, 'message'), ended])
  ended.catch(() => undefined)
  email = keep('the owner’s address', (message as { email: string }).email)
})
afterAll(async () => {
  if (cms?.connected) {
    const ended = once(cms, 'exit')
    cms.disconnect()
    await ended
  }
  await service?.close()
})

type Asked = { origin?: string; address?: string; cookie?: string; method?: string; body?: unknown }

const call = async (path: string, { origin = SITE, address = ADDRESS, ...asked }: Asked = {}) => {
  const { cookie, body = {}, method = 'POST' } = asked
  const response = await fetch(`http://127.0.0.1:${port}/api${path}`, {
    method,
    headers: {
      origin,
      'x-forwarded-for': address,
      'content-type': 'application/json',
      ...(cookie ? { cookie } : {}),
    },
    ...(method === 'POST' ? { body: typeof body === 'string' ? body : JSON.stringify(body) } : {}),
  })
  const text = await response.text()
  return { status: response.status, json: (text ? JSON.parse(text) : {}) as Record<string, string> }
}

type Launched = { ticket: string; session: string; key: string }

const launch = async (body: object): Promise<Launched> => {
  const { status, json } = await call('/terminal/tickets', { body })
  expect(status).toBe(201)
  const { ticket = '', key = '', session = '' } = json
  return { ticket: keep('a ticket', ticket), key: keep('a key', key), session }
}

/** A browser at the WebSocket, as the proxy in front passes it on. Answers the status when it is refused. */
const open = (ticket: string, { origin = SITE, address = ADDRESS } = {}) =>
  TestClient.connect({
    url: `http://127.0.0.1:${port}`,
    path: '/terminal/ws',
    protocols: ['term.v1', `ticket.${ticket}`],
    origin,
    headers: { 'x-forwarded-for': address },
  })
const refused = (ticket: string, from: { origin?: string; address?: string } = {}) =>
  open(ticket, from).then(
    () => 101,
    ({ status }) => status as number,
  )

const visit = async () => {
  const { ticket, session, key } = await launch({ project: 'whole' })
  const client = await open(ticket)
  client.hello()
  await client.untilText('$ ')
  client.type(typed)
  await client.untilText(typed)
  expect(await refused(ticket)).toBe(401)
  client.drop()
  const wrong = keep('a wrong key', randomBytes(32).toString('base64url'))
  expect((await call('/terminal/tickets', { body: { session, key: wrong } })).status).toBe(410)
  const back = await launch({ session, key })
  const again = await open(back.ticket)
  again.hello({ resume: client.resumePoint })
  await again.untilWelcome()
  again.sendRaw(Buffer.from(`\x00\x00\x00\x00\x63${typed}`))
  await again.untilClosed()
}

const knock = async () => {
  const { ticket } = await launch({ project: 'whole' })
  expect(await refused(ticket, { origin: 'https://evil.example' })).toBe(403)
  expect(await refused(ticket, { address: OTHER_ADDRESS })).toBe(401)
  expect(await refused(keep('an invented ticket', randomBytes(32).toString('base64url')))).toBe(401)
  const head = `POST /api/terminal/tickets HTTP/1.1\r\nHost: x\r\nOrigin: ${SITE}\r\nX-Forwarded-For: ${ADDRESS}\r\nContent-Length: 400\r\n\r\n`
  await converse(port, (socket) => {
    socket.write(`${head}{"project":"${typed}`, () => socket.resetAndDestroy())
  })
  for (const body of [
    typed,
    { project: typed },
    { session: 'x'.repeat(22), key: typed },
    'x'.repeat(9000),
  ]) {
    expect((await call('/terminal/tickets', { body })).status).toBeGreaterThanOrEqual(400)
  }
}

const breakThings = async () => {
  const { ticket } = await launch({ project: 'broken' })
  const client = await open(ticket)
  client.hello()
  expect(await client.untilExit()).toMatchObject({ reason: 'archive-failed' })
  const token = keep('a token', `eyJhbGciOiJIUzI1NiJ9.${randomBytes(8).toString('hex')}.c2ln`)
  const answer = await fetch(`http://127.0.0.1:${port}/api/terminal/archives/${typed}`, {
    headers: { authorization: `Bearer ${token}`, 'x-forwarded-for': ADDRESS },
  })
  expect(answer.status).toBe(401)
}

const operate = async () => {
  const own = { origin: `http://127.0.0.1:${port}` }
  const wrong = keep('a wrong password', `wrong ${randomBytes(8).toString('hex')}`)
  expect((await call('/users/login', { ...own, body: { email, password: wrong } })).status).toBe(
    401,
  )
  const { json } = await call('/users/login', { ...own, body: { email, password: PASSWORD } })
  const cookie = `payload-token=${keep('a login', json.token ?? '')}`
  const { ticket, session } = await launch({ project: 'whole' })
  const client = await open(ticket)
  client.hello()
  await client.untilText('$ ')
  const as = { ...own, cookie }
  expect((await call('/terminal/sessions', { ...as, method: 'GET' })).status).toBe(200)
  const body = { text: keep('a notice', `Notice ${randomBytes(8).toString('hex')}`) }
  expect((await call(`/terminal/sessions/${session}/notice`, { ...as, body })).status).toBe(202)
  const watch = await call(`/terminal/sessions/${session}/watch`, as)
  keep('a ticket to look on', watch.json.ticket ?? '')
  expect((await call('/terminal/sessions/none/notice', { body })).status).toBe(403)
  expect((await call(`/terminal/sessions/${session}`, { ...as, method: 'DELETE' })).status).toBe(
    202,
  )
  await client.untilClosed()
  return cookie
}

const loseTheService = async () => {
  const { ticket } = await launch({ project: 'whole' })
  await service.close()
  expect(await refused(ticket)).toBe(503)
  await eventually('the loss is noticed', () => log.includes('unreachable'))
}

const loseTheDatabase = async (cookie: string) => {
  const done = once(cms, 'message')
  cms.send({})
  await done
  const lost = {
    session: 'x'.repeat(22),
    key: keep('a key', randomBytes(32).toString('base64url')),
  }
  for (const body of [{ project: 'whole' }, lost]) {
    expect((await call('/terminal/tickets', { body })).status).toBeGreaterThanOrEqual(400)
  }
  const own = { origin: `http://127.0.0.1:${port}` }
  const body = { email, password: PASSWORD }
  expect((await call('/users/login', { ...own, body })).status).toBeGreaterThanOrEqual(400)
  await call('/terminal/sessions', { ...own, cookie, method: 'GET' })
}

test('no line of any log holds a ticket, key, grant, token, cookie, password, address, or what was typed', async () => {
  await visit()
  await knock()
  await breakThings()
  const cookie = await operate()
  await loseTheService()
  await loseTheDatabase(cookie)
  const ended = once(cms, 'exit')
  cms.disconnect()
  await ended

  // They did log: what happened is there, in words of ours.
  expect(log).toContain('session started')
  expect(log).toContain('archive-failed')
  expect(log).toContain('The file of the archive is not there.')
  expect(log).toContain('The email or password provided is incorrect.')
  expect(log).toContain('The terminal service: unreachable.')
  expect(log).toContain('An endpoint failed.')
  expect(log.split('\n').length).toBeGreaterThan(10)
  const found = [...secrets].filter(([, secret]) => log.includes(secret)).map(([what]) => what)
  expect(found).toEqual([])
  expect(log).not.toMatch(/eyJ[\w-]{8,}\./)
  expect(log).not.toMatch(/payload-token|x-term-grant|Bearer /i)
}, 120_000)
