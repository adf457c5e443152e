// The endpoints beside the sessions, without a sandbox: who is let in, what is refused, what is answered.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { type ControlGrant, GRANT_HEADER } from '@shellfolio/protocol'
import { MIN_FREE_DISK_BYTES } from '../limits.ts'
import { createMetrics } from '../metrics.ts'
import { openRecordings } from '../recording/store.ts'
import type { SandboxStatus } from '../sandbox/types.ts'
import { EndedSessions } from '../session/ended-sessions.ts'
import { Ledger } from '../session/ledger.ts'
import { eventually } from '../testing/client.ts'
import { type BuildReport, WorkspaceError } from '../workspace/types.ts'
import { createRouter, type HttpParts } from './router.ts'

const ORDER = { demo: { id: 'd', commands: [] }, archive: {}, limits: {} }
const BUILT: BuildReport = { ok: true, key: 'k', cached: false, ms: 5, bytes: 9, log: 'made' }

let stateDir = ''
let server: Server
let url = ''
let grants: Map<string, ControlGrant>
let status: SandboxStatus
let ended: string[]
let shown: [sid: string, text: string][]
let isDraining = false
let faults: unknown[]
let logged: unknown[]
let parts: HttpParts

beforeEach(async () => {
  stateDir = await mkdtemp(join(tmpdir(), 'router-'))
  await mkdir(join(stateDir, 'workspaces'))
  grants = new Map()
  status = { available: true, mode: 'cgroup-v2' }
  ended = []
  shown = []
  faults = []
  logged = []
  isDraining = false
  const recordings = await openRecordings({ stateDir, report: (error) => faults.push(error) })
  parts = {
    grants: {
      takeControl: async (token) => {
        const grant = grants.get(token)
        grants.delete(token)
        return grant
      },
    },
    sandbox: {
      get status() {
        return status
      },
    } as HttpParts['sandbox'],
    workspaces: {
      stats: { workspaces: 2, bytes: 10, making: 0 },
      recent: () => [],
      build: async () => BUILT,
      acquire: async () => {
        throw new WorkspaceError('build-failed', 'It does not build.')
      },
      dispose: async () => undefined,
    },
    sessions: {
      count: 1,
      capacity: 8,
      list: () => [],
      end: (sid) => {
        ended.push(sid)
        return sid === 'here'
      },
      notify: (sid, text) => {
        shown.push([sid, text])
        return sid === 'here'
      },
      drain: () => {
        isDraining = true
      },
      get isDraining() {
        return isDraining
      },
    },
    ended: new EndedSessions('epoch'),
    recordings,
    metrics: createMetrics(),
    log: (event, fields) => logged.push([event, fields]),
    stateDir,
    report: (error) => faults.push(error),
  }
  server = createServer(createRouter(parts))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterEach(async () => {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  parts.metrics.dispose()
  await rm(stateDir, { recursive: true, force: true })
})

type Asking = { method?: string; grant?: unknown; body?: string; signal?: AbortSignal }
const ask = (path: string, { method = 'GET', grant, ...more }: Asking = {}) => {
  const headers: Record<string, string> = {}
  if (grant) {
    grants.set('token', grant as ControlGrant)
    headers[GRANT_HEADER] = 'token'
  }
  return fetch(url + path, { method, headers, ...more })
}
const codeOf = async (answer: Promise<Response>) => {
  const response = await answer
  expect(response.headers.get('content-type')).toBe('application/problem+json')
  expect(response.headers.get('cache-control')).toBe('no-store')
  const { code, status: said } = await response.json()
  expect(said).toBe(response.status)
  return `${response.status} ${code}`
}

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

describe('the endpoints', () => {
  test('tell what ended after a number, and nothing for what is none', async () => {
    const gone = new EndedSessions('epoch')
    for (const sid of ['a', 'b']) {
      gone.add(new Ledger().close('exit', { sid, demoId: 'd', bytesIn: 0, bytesOut: 0 }))
    }
    parts.ended = gone
    const grant: ControlGrant = { action: 'ended' }
    const sidsOf = async (path: string) => {
      const { sessions } = (await (await ask(path, { grant })).json()) as {
        sessions: { sid: string }[]
      }
      return sessions.map(({ sid }) => sid)
    }
    expect(await sidsOf('/sessions/ended')).toEqual(['a', 'b'])
    expect(await sidsOf('/sessions/ended?after=1')).toEqual(['b'])
    for (const wrong of ['', '-1', '1e3', 'x', '9'.repeat(16)]) {
      const answer = ask(`/sessions/ended?after=${wrong}`, { grant })
      expect(await codeOf(answer)).toBe('400 bad-request')
    }
  })

  test('say how the service is, to anyone', async () => {
    expect(await (await ask('/healthz?x')).json()).toEqual({
      status: 'ok',
      mode: 'cgroup-v2',
      sandbox: { available: true, mode: 'cgroup-v2' },
      sessions: 1,
      capacity: 8,
      draining: false,
    })
    expect((await ask('/healthz', { method: 'HEAD' })).status).toBe(200)
    status = { available: false, reason: 'no bwrap', remedy: 'install it' }
    expect(await (await ask('/healthz')).json()).toMatchObject({
      status: 'degraded',
      mode: null,
      sandbox: { available: false, reason: 'no bwrap' },
    })
  })

  test('are ready only if sandbox, disk and projects are, and while nothing drains', async () => {
    const ready = await ask('/readyz')
    expect(ready.status).toBe(200)
    expect(await ready.json()).toMatchObject({
      ready: true,
      checks: {
        sandbox: { ok: true },
        disk: { ok: true, freeBytes: expect.any(Number) },
        workspaces: { ok: true, workspaces: 2, bytes: 10, making: 0 },
        draining: { ok: true },
      },
    })
    status = { available: false, reason: 'no bwrap', remedy: 'install it' }
    isDraining = true
    await rm(join(stateDir, 'workspaces'), { recursive: true })
    const not = await ask('/readyz')
    expect(not.status).toBe(503)
    expect(await not.json()).toMatchObject({
      ready: false,
      checks: {
        sandbox: { ok: false, remedy: 'install it' },
        disk: { ok: true },
        workspaces: { ok: false, reason: 'ENOENT' },
        draining: { ok: false },
      },
    })
  })

  test('are not ready while the disk is nearly full, and say so', async () => {
    const asked: string[] = []
    let freeBytes = MIN_FREE_DISK_BYTES - 1
    parts.freeBytesOf = async (of) => {
      asked.push(of)
      return freeBytes
    }
    const not = await ask('/readyz')
    expect([not.status, await not.json()]).toEqual([
      503,
      {
        ready: false,
        checks: {
          sandbox: expect.objectContaining({ ok: true }),
          disk: { ok: false, freeBytes, neededBytes: MIN_FREE_DISK_BYTES },
          workspaces: expect.objectContaining({ ok: true }),
          draining: { ok: true },
        },
      },
    ])
    expect(asked).toEqual([stateDir])
    freeBytes = MIN_FREE_DISK_BYTES
    expect((await ask('/readyz')).status).toBe(200)
  })

  test('are not ready when the disk cannot be asked, and say why', async () => {
    parts.freeBytesOf = async () => {
      throw Object.assign(new Error('broken'), { code: 'EIO' })
    }
    const not = await ask('/readyz')
    expect([not.status, await not.json()]).toMatchObject([
      503,
      { ready: false, checks: { disk: { ok: false, reason: 'EIO' }, workspaces: { ok: true } } },
    ])
    expect(faults).toEqual([])
  })

  test('build a project and tell the report', async () => {
    const answer = await ask('/builds', { method: 'POST', grant: { action: 'builds', ...ORDER } })
    expect(await answer.json()).toEqual(BUILT)
  })

  test('tell a project that cannot be smoke-tested as a result', async () => {
    const answer = await ask('/smoke', { method: 'POST', grant: { action: 'smoke', ...ORDER } })
    expect(await answer.json()).toMatchObject({
      ok: false,
      reason: 'build-failed',
      detail: 'It does not build.',
    })
    const fields = { demo: 'd', outcome: 'build-failed', passed: 0, failed: 0 }
    expect(logged).toEqual([['smoke run ended', { ...fields, ms: expect.any(Number) }]])
  })

  test('log a smoke run that a fault ends, and one whose asker goes', async () => {
    const grant = { action: 'smoke', ...ORDER }
    parts.workspaces.acquire = async () => {
      throw new Error('secret detail')
    }
    expect(await codeOf(ask('/smoke', { method: 'POST', grant }))).toBe('500 internal')
    const leave = new AbortController()
    parts.workspaces.acquire = (_order, _onStage, signal) => {
      leave.abort()
      return new Promise((_resolve, reject) => {
        signal?.addEventListener('abort', () => reject(signal.reason))
      })
    }
    await expect(ask('/smoke', { method: 'POST', grant, signal: leave.signal })).rejects.toThrow()
    await eventually('both lines', () => logged.length === 2)
    expect(logged).toMatchObject([
      ['smoke run ended', { demo: 'd', outcome: 'error' }],
      ['smoke run ended', { demo: 'd', outcome: 'abandoned' }],
    ])
    expect(JSON.stringify(logged)).not.toContain('secret')
  })

  test.each(['builds', 'smoke'])(
    'run no %s while draining or without a sandbox',
    async (action) => {
      const grant = { action, ...ORDER }
      isDraining = true
      expect(await codeOf(ask(`/${action}`, { method: 'POST', grant }))).toBe(
        '503 service-unavailable',
      )
      isDraining = false
      status = { available: false, reason: 'no', remedy: 'no' }
      expect(await codeOf(ask(`/${action}`, { method: 'POST', grant }))).toBe(
        '503 sandbox-unavailable',
      )
    },
  )

  test('end the named session, or say that there is none', async () => {
    const end = (sid: string) =>
      ask(`/sessions/${sid}`, { method: 'DELETE', grant: { action: 'end', sid } })
    expect((await end('here')).status).toBe(202)
    expect(await codeOf(end('gone'))).toBe('404 not-found')
    expect(ended).toEqual(['here', 'gone'])
  })

  test('show a notice to the named session, or say that there is none', async () => {
    const show = (sid: string) =>
      ask(`/sessions/${sid}/notice`, {
        method: 'POST',
        grant: { action: 'notify', sid, text: `To ${sid}.` },
      })
    expect((await show('here')).status).toBe(202)
    expect(await codeOf(show('gone'))).toBe('404 not-found')
    expect(shown).toEqual([
      ['here', 'To here.'],
      ['gone', 'To gone.'],
    ])
  })

  test('hand out a recording, and remove it', async () => {
    await writeFile(join(stateDir, 'recordings/r.cast'), '{"version":2}\n'.repeat(20_000))
    const at = (method: string) =>
      ask('/recordings/r', { method, grant: { action: 'recording', sid: 'r' } })
    const answer = await at('GET')
    expect(answer.headers.get('content-type')).toBe('application/x-asciicast')
    expect((await answer.text()).length).toBe(280_000)
    expect((await at('DELETE')).status).toBe(204)
    expect(await codeOf(at('GET'))).toBe('404 not-found')
    expect(await codeOf(at('DELETE'))).toBe('404 not-found')
  })

  test('drain', async () => {
    const answer = await ask('/drain', { method: 'POST', grant: { action: 'drain' } })
    expect([answer.status, (await answer.json()).draining]).toEqual([202, true])
    expect((await ask('/readyz')).status).toBe(503)
  })
})
