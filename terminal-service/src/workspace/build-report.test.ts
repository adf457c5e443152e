// A build is reported whether it works or not, and what it printed is kept.
import { readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { workspaceKey } from '@shellfolio/protocol/workspace-key'
import { MAX_BUILD_LOG_BYTES, MAX_FAILURE_LOGS } from '../limits.ts'
import type { SandboxRun } from '../sandbox/types.ts'
import { type ArchiveServer, FakeSandbox, packTar, startArchiveServer } from '../testing/index.ts'
import { makeOrder } from '../testing/orders.ts'
import { openWorkspaces } from './store.ts'
import type { Made, WorkspaceStore } from './types.ts'

const LOG = 'cc -o a a.c\n\u001b[31mwarning\u001b[0m\r\n'
const silent = () => undefined

let stateDir: string
let archives: ArchiveServer
let store: WorkspaceStore
let answer: SandboxRun
let host: FakeSandbox
let made: Made[]

beforeEach(async () => {
  stateDir = await mkdtemp(join(tmpdir(), 'shellfolio-builds-'))
  archives = await startArchiveServer()
  answer = { exit: { code: 0, signal: null }, stdout: await packTar([{ name: 'a' }]), log: LOG }
  host = new FakeSandbox({ run: async () => answer })
  made = []
  store = await openWorkspaces({
    stateDir,
    host,
    archiveOrigins: [archives.origin],
    onMade: (one) => made.push(one),
  })
})
afterEach(async () => {
  await store.dispose()
  await archives.close()
  await rm(stateDir, { recursive: true, force: true })
})

const order = (build = 'make') => makeOrder(archives, { 'p/a': 'A' }, { build })
const failing = (log = LOG): SandboxRun => ({
  exit: { code: 2, signal: null },
  stdout: Buffer.alloc(0),
  log,
})

describe('building a project', () => {
  test('reports what was made, keeps the log as it was printed, and makes it once', async () => {
    const same = await order()
    const key = workspaceKey(same)
    const first = await store.build(same, silent)
    expect(first).toEqual({
      ok: true,
      key,
      cached: false,
      ms: expect.any(Number),
      bytes: 0,
      log: LOG,
    })
    expect(readFileSync(join(stateDir, 'workspaces', key, 'log'), 'utf8')).toBe(LOG)
    expect(await store.build(same, silent)).toEqual({ ...first, cached: true })
    await store.acquire(same, silent)
    expect(host.runs).toHaveLength(1)
  })

  test('tells its stages', async () => {
    const stages: string[] = []
    await store.build(await order(), (stage) => stages.push(stage))
    expect(stages).toEqual(['archive', 'build'])
  })

  test('reports a failure with its log, keeps that, and forgets it after a success', async () => {
    const same = await order()
    const key = workspaceKey(same)
    answer = failing()
    const reason = 'The build failed with code 2.'
    const first = await store.build(same, silent)
    expect(first).toMatchObject({ ok: false, key, cached: false, bytes: 0, log: LOG, reason })
    expect(await store.build(same, silent)).toEqual({
      ...first,
      cached: true,
      ms: expect.any(Number),
    })
    expect(host.runs).toHaveLength(1)
    const kept = join(stateDir, 'failures', `${key}.log`)
    expect(readFileSync(kept, 'utf8')).toBe(`${LOG.trimEnd()}\n${reason}\n`)
    await store.dispose()
    store = await openWorkspaces({ stateDir, host, archiveOrigins: [archives.origin] })
    answer = {
      ...failing(),
      exit: { code: 0, signal: null },
      stdout: await packTar([{ name: 'a' }]),
    }
    expect(await store.build(same, silent)).toMatchObject({ ok: true, cached: false })
    expect(readdirSync(join(stateDir, 'failures'))).toEqual([])
  })

  test('shares a failure between all that wait for it', async () => {
    answer = failing()
    const same = await order()
    const reports = await Promise.all(Array.from({ length: 5 }, () => store.build(same, silent)))
    expect(reports.map(({ ok, cached }) => `${ok} ${cached}`)).toEqual(Array(5).fill('false false'))
    expect([host.runs.length, archives.requests]).toEqual([1, 1])
  })

  test('reports an archive that is refused or cannot be fetched', async () => {
    const good = await order('')
    const elsewhere = { ...good, archive: { ...good.archive, url: 'http://127.0.0.1:1/x' } }
    expect(await store.build(elsewhere, silent)).toMatchObject({
      ok: false,
      cached: false,
      log: '',
      reason: 'The archive of this project lies elsewhere.',
    })
    const zip = { ...good, archive: { ...good.archive, format: 'zip' as const } }
    expect(await store.build(zip, silent)).toMatchObject({
      ok: false,
      reason: 'The archive is damaged or incomplete.',
    })
  })

  test('is told once for all that wait for it, and not again for what is known', async () => {
    const same = await order()
    await Promise.all([store.build(same, silent), store.acquire(same, silent)])
    await store.build(same, silent)
    const [demo, key] = [same.demo.id, workspaceKey(same)]
    const ms = expect.any(Number)
    expect(made).toEqual([{ demo, key, outcome: 'ok', ms, bytes: 0 }])
  })

  test('is told when it fails, by what failed, without what it printed', async () => {
    const broken = await order('make broken')
    answer = failing()
    await store.build(broken, silent)
    await store.build(broken, silent)
    const elsewhere = await order('make elsewhere')
    const archive = { ...elsewhere.archive, url: 'http://127.0.0.1:1/x' }
    await store.build({ ...elsewhere, archive }, silent)
    host.run = async () => {
      throw new Error('no sandbox')
    }
    await expect(store.build(await order('make nothing'), silent)).rejects.toThrow('no sandbox')
    expect(made.map(({ outcome }) => outcome)).toEqual(['build-failed', 'archive-failed', 'error'])
    expect(JSON.stringify(made)).not.toMatch(/warning|127\.0\.0\.1|make/)
  })

  test('is told to be interrupted when the service stops', async () => {
    host.run = async () => {
      void store.dispose()
      return failing()
    }
    await expect(store.build(await order(), silent)).rejects.toThrow('code 2')
    expect(made.map(({ outcome }) => outcome)).toEqual(['interrupted'])
  })

  test('keeps a bounded tail of a log, and a bounded number of them', async () => {
    answer = failing(`${'x'.repeat(2 * MAX_BUILD_LOG_BYTES)}end`)
    for (let index = 0; index < MAX_FAILURE_LOGS + 3; index += 1) {
      await store.build(await order(`make ${index}`), silent)
    }
    const names = readdirSync(join(stateDir, 'failures'))
    expect(names).toHaveLength(MAX_FAILURE_LOGS)
    const text = readFileSync(join(stateDir, 'failures', names[0] ?? ''), 'utf8')
    expect(Buffer.byteLength(text)).toBe(MAX_BUILD_LOG_BYTES)
    expect(text).toContain('end\nThe build failed')
  })

  test('is an error when the service stops, for that says nothing about the project', async () => {
    const same = await order()
    await store.dispose()
    await expect(store.build(same, silent)).rejects.toThrow('stopping')
  })

  test('is an error when the sandbox cannot be had', async () => {
    host.run = async () => {
      throw new Error('no sandbox')
    }
    await expect(store.build(await order(), silent)).rejects.toThrow('no sandbox')
    expect(readdirSync(join(stateDir, 'staging'))).toEqual([])
  })
})
