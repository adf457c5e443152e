// What each endpoint beside the sessions answers, without a sandbox.
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import type { ControlGrant } from '@shellfolio/protocol'
import { MIN_FREE_DISK_BYTES } from '../limits.ts'
import { EndedSessions } from '../session/ended-sessions.ts'
import { Ledger } from '../session/ledger.ts'
import { eventually } from '../testing/client.ts'
import {
  ask,
  BUILT,
  codeOf,
  ended,
  faults,
  logged,
  ORDER,
  parts,
  setDraining,
  setStatus,
  shown,
  stateDir,
} from './router-fixture.ts'

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
    setStatus({ available: false, reason: 'no bwrap', remedy: 'install it' })
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
    setStatus({ available: false, reason: 'no bwrap', remedy: 'install it' })
    setDraining(true)
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
      setDraining(true)
      expect(await codeOf(ask(`/${action}`, { method: 'POST', grant }))).toBe(
        '503 service-unavailable',
      )
      setDraining(false)
      setStatus({ available: false, reason: 'no', remedy: 'no' })
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
