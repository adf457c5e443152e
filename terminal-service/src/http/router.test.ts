// The endpoints beside the sessions, without a sandbox: who is let in, and what is refused.
import { writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { eventually } from '../testing/client.ts'
import {
  ask,
  codeOf,
  ended,
  faults,
  grants,
  isDraining,
  ORDER,
  parts,
  shown,
  stateDir,
  url,
} from './router-fixture.ts'

const GUARDED: [method: string, path: string, grant: Record<string, unknown>][] = [
  ['GET', '/metrics', { action: 'metrics' }],
  ['POST', '/builds', { action: 'builds', ...ORDER }],
  ['POST', '/smoke', { action: 'smoke', ...ORDER }],
  ['GET', '/sessions', { action: 'sessions' }],
  ['DELETE', '/sessions/here', { action: 'end', sid: 'here' }],
  ['POST', '/sessions/here/notice', { action: 'notify', sid: 'here', text: 'Hello.' }],
  ['GET', '/recordings/cast', { action: 'recording', sid: 'cast' }],
  ['DELETE', '/recordings/cast', { action: 'recording', sid: 'cast' }],
  ['GET', '/sessions/ended', { action: 'ended' }],
  ['POST', '/drain', { action: 'drain' }],
]

describe('every guarded endpoint', () => {
  test.each(GUARDED)('%s %s demands its grant', async (method, path, grant) => {
    await writeFile(join(stateDir, 'recordings/cast.cast'), 'x')
    expect(await codeOf(ask(path, { method }))).toBe('401 signature-refused')
    for (const [, , other] of GUARDED) {
      if (other.action === grant.action) continue
      expect(await codeOf(ask(path, { method, grant: other }))).toBe('401 signature-refused')
    }
    if ('sid' in grant) {
      const wrong = { ...grant, sid: 'other' }
      expect(await codeOf(ask(path, { method, grant: wrong }))).toBe('401 signature-refused')
    }
    expect([ended, shown, isDraining]).toEqual([[], [], false])
    const answer = await ask(path, { method, grant })
    expect(answer.status).toBeLessThan(300)
    expect(answer.headers.get('cache-control')).toBe('no-store')
  })

  const changing = GUARDED.filter(([method]) => method !== 'GET')
  test.each(changing)('%s %s refuses a body, and keeps the grant', async (method, path, grant) => {
    const answer = await ask(path, { method, grant, body: '{}' })
    expect([answer.status, answer.headers.get('connection')]).toEqual([413, 'close'])
    expect(grants.size).toBe(1)
  })
})

describe('the router', () => {
  test('names the methods of an address', async () => {
    const answer = await ask('/drain')
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'POST'])
    const both = await ask('/recordings/x', { method: 'PUT' })
    expect([both.status, both.headers.get('allow')]).toEqual([405, 'GET, DELETE'])
  })

  test.each([
    '/',
    '/healthz/',
    '/HEALTHZ',
    '/sessions/',
    '/sessions/a%2fb',
    '/recordings/../x',
    '//healthz',
  ])('has nothing at %s', async (path) => {
    expect(await codeOf(ask(path, { method: 'DELETE' }))).toBe('404 not-found')
  })

  test('ends a connection that sends a body without end', async () => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1')
    socket.on('error', () => undefined)
    let text = ''
    let isClosed = false
    socket.on('data', (chunk) => {
      text += chunk
    })
    socket.on('close', () => {
      isClosed = true
    })
    socket.write(
      'POST /drain HTTP/1.1\r\nhost: a\r\ntransfer-encoding: chunked\r\n\r\n5\r\nhello\r\n',
    )
    await eventually('the end', () => isClosed)
    expect(text).toContain('413')
  })

  test('tells a fault to the operator alone, and counts refusals', async () => {
    const fault = new Error('secret detail')
    parts.workspaces.build = async () => {
      throw fault
    }
    const answer = await ask('/builds', { method: 'POST', grant: { action: 'builds', ...ORDER } })
    expect(await answer.text()).not.toContain('secret')
    expect([answer.status, faults]).toEqual([500, [fault]])
    const text = await (await ask('/metrics', { grant: { action: 'metrics' } })).text()
    expect(text).toContain('terminal_refusals_total{code="internal"} 1')
  })
})
