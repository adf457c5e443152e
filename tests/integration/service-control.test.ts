// The endpoints beside the sessions with real sandboxes and real grants: builds and smoke runs, and who may not ask.
import { randomBytes, randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import {
  CONTROL_AUDIENCE,
  type ControlGrant,
  GRANT_HEADER,
  SESSION_AUDIENCE,
  type SessionGrant,
  type Suggestion,
} from '@shellfolio/protocol'
import {
  type ArchiveServer,
  eventually,
  makeOrder,
  makeStateFolder,
  PLAIN_LIMITS,
  signClaims,
  startArchiveServer,
  type TokenOptions,
} from '@shellfolio/terminal-service/testing'
import { GrantVerifier } from '../../terminal-service/src/grants.ts'
import { createRouter } from '../../terminal-service/src/http/router.ts'
import { createMetrics } from '../../terminal-service/src/metrics.ts'
import { openRecordings } from '../../terminal-service/src/recording/store.ts'
import { openSandboxHost } from '../../terminal-service/src/sandbox/host.ts'
import { descendantsOf, initAmong } from '../../terminal-service/src/sandbox/process-tree.ts'
import type { SandboxHost } from '../../terminal-service/src/sandbox/types.ts'
import { EndedSessions } from '../../terminal-service/src/session/ended-sessions.ts'
import { runSmoke } from '../../terminal-service/src/smoke/run.ts'
import type { SmokeReport } from '../../terminal-service/src/smoke/types.ts'
import { openWorkspaces } from '../../terminal-service/src/workspace/store.ts'
import type { WorkspaceStore } from '../../terminal-service/src/workspace/types.ts'

const key = randomBytes(32).toString('hex')

let stateDir = ''
let host: SandboxHost
let workspaces: WorkspaceStore
let archives: ArchiveServer
let server: Server
let url = ''
const faults: unknown[] = []
const report = (error: unknown) => faults.push(error)
const metrics = createMetrics()

beforeAll(async () => {
  stateDir = await makeStateFolder('service-control')
  archives = await startArchiveServer()
  host = await openSandboxHost({ stateDir })
  expect(host.status).toMatchObject({ available: true })
  workspaces = await openWorkspaces({ stateDir, host, archiveOrigins: [archives.origin] })
  const sessions = {
    count: 0,
    capacity: 4,
    isDraining: false,
    list: () => [],
    end: () => false,
    notify: () => false,
    drain: () => undefined,
  }
  const recordings = await openRecordings({ stateDir, report })
  const grants = new GrantVerifier(key)
  server = createServer(
    createRouter({
      grants,
      sandbox: host,
      workspaces,
      sessions,
      ended: new EndedSessions('epoch'),
      recordings,
      metrics,
      log: () => undefined,
      stateDir,
      report,
    }),
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(async () => {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  await Promise.all([workspaces.dispose(), host.dispose(), archives.close()])
  metrics.dispose()
  await rm(stateDir, { recursive: true, force: true })
  expect(faults).toEqual([])
})

const FILES = {
  'p/Makefile': 'hello:\n\tprintf "#!/bin/sh\\necho it runs\\nexit 7\\n" > hello; chmod +x hello\n',
}
const orderOf = async (demo: Partial<SessionGrant['demo']> = {}) => ({
  limits: PLAIN_LIMITS,
  ...(await makeOrder(archives, FILES, { id: randomUUID(), build: 'make', ...demo })),
})

type Signing = TokenOptions & { claim?: string }
const sign = (grant: unknown, { claim = 'control', ...token }: Signing = {}) =>
  signClaims({ [claim]: grant }, { key, audience: CONTROL_AUDIENCE, ...token })

const ask = (
  path: string,
  token: string,
  { method = 'POST', signal }: { method?: string; signal?: AbortSignal } = {},
) =>
  fetch(url + path, { method, headers: { [GRANT_HEADER]: token }, ...(signal ? { signal } : {}) })

const smoke = async (commands: Suggestion[], demo: Partial<SessionGrant['demo']> = {}) => {
  const grant: ControlGrant = { action: 'smoke', ...(await orderOf({ ...demo, commands })) }
  const answer = await ask('/smoke', await sign(grant))
  expect(answer.status).toBe(200)
  return (await answer.json()) as SmokeReport
}
const command = (text: string, expected?: string): Suggestion => ({
  label: text,
  command: text,
  ...(expected === undefined ? {} : { expect: expected }),
})
const sandboxesNow = () =>
  descendantsOf(process.pid).filter((pid) => initAmong([pid]) !== undefined).length

describe('a smoke run', () => {
  test('runs every command in one shell and compares it with what it promises', async () => {
    const made = await smoke([
      command('./hello', 'it runs'),
      command('echo ab""cd', 'abcd'),
      command('echo not-in-the-output >/dev/null', 'not-in-the-output'),
      command('cd /tmp && X=5'),
      command('test "$PWD$X" = /tmp5'),
      command('sh -c "exit 3"'),
      command('printf "\\033[31mre\\033[0md\\n"', 'red'),
      command('cat <<END\nhere $X\nEND', 'here 5'),
      command('set; env; history', 'BASH_VERSION'),
    ])
    expect(
      made.results.map(({ ok, ended, exitCode, matched }) => [ok, ended, exitCode, matched]),
    ).toEqual([
      [true, 'by-itself', 7, true],
      [true, 'by-itself', 0, true],
      [false, 'by-itself', 0, false],
      [true, 'by-itself', 0, true],
      [true, 'by-itself', 0, true],
      [false, 'by-itself', 3, true],
      [true, 'by-itself', 0, true],
      [true, 'by-itself', 0, true],
      [true, 'by-itself', 0, true],
    ])
    expect(made.ok).toBe(false)
    expect(made.results[0]?.output).toBe('it runs\n')
    const lines = made.transcript
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(lines[0]).toMatchObject({ version: 2, width: 100, height: 30 })
    const shown = lines
      .slice(1)
      .map(([, , text]) => text)
      .join('')
    expect(shown).toContain('it runs')
    expect(shown.slice(0, shown.indexOf('it runs'))).not.toContain('PROMPT_COMMAND')
  })

  test('stops what floods, waits or takes the shell along, and goes on', async () => {
    const made = await smoke([
      command('yes 01234567890123456789012345678901234567890123456789'),
      command('echo up; sleep 1000', 'up'),
      command('echo "half'),
      command('echo fine', 'fine'),
      command('exit 4'),
      command('echo after'),
    ])
    expect(made.results.map(({ ok, ended }) => [ok, ended])).toEqual([
      [false, 'output-limit'],
      [true, 'left-running'],
      [false, 'unfinished'],
      [true, 'by-itself'],
      [false, 'terminal-ended'],
      [false, 'not-run'],
    ])
    expect(Buffer.byteLength(made.transcript)).toBeLessThanOrEqual(512 * 1024)
    expect(made.transcript).toContain('recording stopped: size limit')
    expect(sandboxesNow()).toBe(0)
  })

  test('stops what prints nothing when its time is over, and goes on', async () => {
    const commands = [command('cat', 'never'), command('echo fine', 'fine')]
    const order = await orderOf({ commands })
    const lease = await workspaces.acquire(order, () => undefined)
    try {
      const times = { timeoutMs: 3000 }
      const made = await runSmoke({ host, order, template: lease.template, times })
      expect(made.results.map(({ ok, ended }) => [ok, ended])).toEqual([
        [false, 'timeout'],
        [true, 'by-itself'],
      ])
    } finally {
      lease.release()
    }
    expect(sandboxesNow()).toBe(0)
  })

  test('tells why there is no project to run', async () => {
    expect(await smoke([], { build: 'echo the-reason; exit 4' })).toMatchObject({
      ok: false,
      reason: 'build-failed',
      detail: expect.stringContaining('the-reason'),
    })
  })

  test('ends with whoever asked for it', async () => {
    const grant = { action: 'smoke', ...(await orderOf({ commands: [command('sleep 777')] })) }
    const leave = new AbortController()
    const asked = ask('/smoke', await sign(grant), { signal: leave.signal }).catch(() => 'gone')
    await eventually('the sandbox', () => sandboxesNow() > 0)
    leave.abort()
    expect(await asked).toBe('gone')
    await eventually('no sandbox', () => sandboxesNow() === 0)
  })
})

describe('a build', () => {
  test('is reported, and there the second time', async () => {
    const order = await orderOf({ build: 'echo building; make' })
    const build = async () => {
      const answer = await ask('/builds', await sign({ action: 'builds', ...order }))
      return [answer.status, await answer.json()]
    }
    expect(await build()).toMatchObject([
      200,
      { ok: true, cached: false, log: expect.stringContaining('building') },
    ])
    expect(await build()).toMatchObject([200, { ok: true, cached: true }])
  })

  test('that fails is a report, too', async () => {
    const order = await orderOf({ build: 'echo broken >&2; exit 3' })
    const answer = await ask('/builds', await sign({ action: 'builds', ...order }))
    expect([answer.status, await answer.json()]).toMatchObject([
      200,
      { ok: false, reason: expect.any(String), log: expect.stringContaining('broken') },
    ])
  })
})

describe('a control grant', () => {
  const status = async (token: string) => (await ask('/sessions', token, { method: 'GET' })).status
  const grant = { action: 'sessions' }

  test('is worth one use', async () => {
    const token = await sign(grant)
    expect([await status(token), await status(token)]).toEqual([200, 401])
  })

  test.each<[string, unknown, Signing]>([
    ['another action', { action: 'drain' }, {}],
    ['an unknown action', { action: 'everything' }, {}],
    ['an expired one', grant, { expiresInS: -60 }],
    ['a long-lived one', grant, { expiresInS: 3600 }],
    ['another key', grant, { key: 'k'.repeat(64) }],
    ['the audience of sessions', grant, { audience: SESSION_AUDIENCE }],
    ['the audience of archives', grant, { audience: 'terminal-archive' }],
    ['the claim of sessions', grant, { claim: 'grant' }],
  ])('of %s opens nothing', async (_what, claims, how) => {
    expect(await status(await sign(claims, how))).toBe(401)
    expect(await status(await sign(grant))).toBe(200)
  })

  test('is no session grant, nor the other way round', async () => {
    const session = {
      sid: randomUUID(),
      role: 'controller',
      attach: false,
      record: false,
      ...(await orderOf()),
    }
    const asSession = { audience: SESSION_AUDIENCE, claim: 'grant' }
    expect(await status(await sign(session, asSession))).toBe(401)
    const verifier = new GrantVerifier(key)
    expect(await verifier.takeSession(await sign(session, asSession))).toMatchObject({
      sid: session.sid,
    })
    expect(await verifier.takeSession(await sign(grant))).toBeUndefined()
    expect(await verifier.takeControl(await sign(session, asSession))).toBeUndefined()
  })
})
