// Projects are made once, shared, kept over restarts, dropped when they are too many, and fail with a reason.
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { SessionGrant } from '@shellfolio/protocol'
import { workspaceKey } from '@shellfolio/protocol/workspace-key'
import type { SandboxRun } from '../sandbox/types.ts'
import {
  type ArchiveServer,
  eventually,
  FakeSandbox,
  packTar,
  startArchiveServer,
} from '../testing/index.ts'
import { makeOrder, type Order } from '../testing/orders.ts'
import { openWorkspaces, type StoreOptions } from './store.ts'
import type { WorkspaceStore } from './types.ts'

let stateDir: string
let archives: ArchiveServer
let opened: WorkspaceStore | undefined

beforeEach(async () => {
  stateDir = await mkdtemp(join(tmpdir(), 'shellfolio-store-'))
  archives = await startArchiveServer()
})
afterEach(async () => {
  await opened?.dispose()
  opened = undefined
  await archives.close()
  expect(readdirSync(join(stateDir, 'staging'))).toEqual([])
  expect(existsSync(join(stateDir, 'lock'))).toBe(false)
  await rm(stateDir, { recursive: true, force: true })
})

/** The store; one that was opened before is disposed of, as at the restart of a service. */
const open = async (host = new FakeSandbox(), more: Partial<StoreOptions> = {}) => {
  await opened?.dispose()
  opened = await openWorkspaces({ stateDir, host, archiveOrigins: [archives.origin], ...more })
  return opened
}
const order = (files: Record<string, string>, demo: Partial<SessionGrant['demo']> = {}) =>
  makeOrder(archives, files, demo)
const silent = () => undefined
const kept = () => readdirSync(join(stateDir, 'workspaces'))
const finished = (run: Partial<SandboxRun>): SandboxRun => ({
  exit: { code: 0, signal: null },
  stdout: Buffer.alloc(0),
  log: '',
  ...run,
})

describe('the store of workspaces', () => {
  test('unpacks a project into a template', async () => {
    const { template } = await (await open()).acquire(await order({ 'p/a': 'A' }), silent)
    expect(readdirSync(template).sort()).toEqual(['home', 'shm', 'tmp'])
    expect(readFileSync(join(template, 'home/a'), 'utf8')).toBe('A')
  })

  test('fetches and builds once for launches at the same time, and tells all of them', async () => {
    const host = new FakeSandbox()
    const store = await open(host)
    const same = await order({ 'p/a': 'A' }, { build: 'make' })
    const stages: string[] = []
    const leases = await Promise.all(
      [1, 2, 3].map(() => store.acquire(same, (stage) => stages.push(stage))),
    )
    expect(new Set(leases.map(({ template }) => template)).size).toBe(1)
    expect([host.runs.length, archives.requests]).toEqual([1, 1])
    expect(stages.sort()).toEqual(['archive', 'archive', 'archive', 'build', 'build', 'build'])
  })

  test('serves twenty launches at once from one fetch and one build', async () => {
    const host = new FakeSandbox()
    const store = await open(host)
    const same = await order({ 'p/a': 'A' }, { build: 'make' })
    const leases = await Promise.all(Array.from({ length: 20 }, () => store.acquire(same, silent)))
    expect(new Set(leases.map(({ template }) => template)).size).toBe(1)
    expect([host.runs.length, archives.requests, kept().length]).toEqual([1, 1, 1])
    expect(store.stats).toEqual({ workspaces: 1, bytes: 1, making: 0 })
  })

  test('tells which projects it holds, the last used first', async () => {
    let nowMs = Date.now()
    const store = await open(new FakeSandbox(), { now: () => nowMs })
    const [a, b] = [await order({ 'p/a': 'A' }), await order({ 'p/b': 'B' })]
    for (const one of [a, b, a]) {
      nowMs += 1000
      await store.acquire(one, silent)
    }
    expect(store.recent(8)).toEqual([workspaceKey(a), workspaceKey(b)])
    expect(store.recent(1)).toEqual([workspaceKey(a)])
  })

  test('hands the same folder to later launches and copies nothing', async () => {
    const store = await open()
    const same = await order({ 'p/a': 'A' })
    const { template } = await store.acquire(same, silent)
    const before = statSync(join(template, 'home/a'))
    const folders = readdirSync(stateDir, { recursive: true }).length
    const stages: string[] = []
    for (let launch = 0; launch < 50; launch += 1) {
      const lease = await store.acquire(same, (stage) => stages.push(stage))
      expect(lease.template).toBe(template)
      lease.release()
    }
    const { ino, ctimeMs } = statSync(join(template, 'home/a'))
    expect({ ino, ctimeMs }).toEqual({ ino: before.ino, ctimeMs: before.ctimeMs })
    expect(readdirSync(stateDir, { recursive: true })).toHaveLength(folders)
    expect([stages, archives.requests]).toEqual([[], 1])
  })

  test('lets nobody but its own user write to a project, whatever the umask', async () => {
    const usual = process.umask(0)
    try {
      const store = await open()
      const files = { 'p/a': 'A', 'p/sub/b': 'B' }
      const { template } = await store.acquire(await order(files, { build: 'make' }), silent)
      const folder = join(template, '..')
      const loose = ['.', ...(readdirSync(folder, { recursive: true }) as string[])].filter(
        (name) => statSync(join(folder, name)).mode & 0o7022 && !/^(log|record\.json)$/.test(name),
      )
      expect(loose).toEqual([])
      expect(readdirSync(join(template, 'home')).sort()).toEqual(['a', 'sub'])
    } finally {
      process.umask(usual)
    }
  })

  test('goes on for the others when one has stopped waiting, and for later ones when all have', async () => {
    let finish: (run: SandboxRun) => void = () => undefined
    const stdout = await packTar([{ name: 'built', content: 'x' }])
    const host = new FakeSandbox({ run: () => new Promise((resolve) => (finish = resolve)) })
    const store = await open(host)
    const same = await order({ 'p/a': 'A' }, { build: 'make' })
    const gone = new AbortController()
    const impatient = store.acquire(same, silent, gone.signal)
    const patient = store.acquire(same, silent)
    await eventually('a build', () => host.runs.length === 1)
    gone.abort(new Error('gone'))
    await expect(impatient).rejects.toThrow('gone')
    finish(finished({ stdout }))
    expect(readdirSync(join((await patient).template, 'home'))).toEqual(['built'])

    const other = await order({ 'p/b': 'B' }, { build: 'make' })
    const last = new AbortController()
    const alone = store.acquire(other, silent, last.signal)
    await eventually('another build', () => host.runs.length === 2)
    last.abort(new Error('gone'))
    await expect(alone).rejects.toThrow('gone')
    expect(store.stats.making).toBe(1)
    finish(finished({ stdout }))
    await eventually('it is kept', () => store.stats.workspaces === 2)
    await store.acquire(other, silent)
    expect(host.runs).toHaveLength(2)
  })

  test('keeps projects over a restart', async () => {
    const same = await order({ 'p/a': 'A' })
    await (await open()).acquire(same, silent)
    await (await open()).acquire(same, silent)
    expect(archives.requests).toBe(1)
  })

  test('knows another build and another toolchain as another workspace', async () => {
    await open()
    const one = await order({ 'p/a': 'A' })
    const keys = [{}, { build: 'make' }, { toolchain: 'node' as const }].map((demo) =>
      workspaceKey({ ...one, demo: { ...one.demo, ...demo } }),
    )
    expect(new Set(keys).size).toBe(3)
    const flags = { loopback: true, debug: true }
    expect(workspaceKey({ ...one, demo: { ...one.demo, flags, title: 'x' } })).toBe(keys[0])
  })

  test('makes anew what is not whole', async () => {
    const same = await order({ 'p/a': 'A' })
    await (await open()).acquire(same, silent)
    writeFileSync(join(stateDir, 'workspaces', workspaceKey(same), 'record.json'), '{"bytes":')
    writeFileSync(join(stateDir, 'workspaces', 'stranger'), '')
    const store = await open()
    expect(kept()).toEqual([])
    await store.acquire(same, silent)
    expect(archives.requests).toBe(2)
  })

  test('drops what nobody has used for long, at the start and when another is made', async () => {
    let nowMs = Date.now()
    const options = { maxAgeMs: 1000, now: () => nowMs }
    const [a, b, c] = [await order({ a: 'a' }), await order({ b: 'b' }), await order({ c: 'c' })]
    const store = await open(undefined, options)
    const inUse = await store.acquire(a, silent)
    ;(await store.acquire(b, silent)).release()
    nowMs += 2000
    ;(await store.acquire(c, silent)).release()
    expect(kept().sort()).toEqual([workspaceKey(a), workspaceKey(c)].sort())
    inUse.release()
    nowMs += 900
    await open(undefined, options)
    expect(kept()).toEqual([workspaceKey(c)])
    nowMs += 2000
    await open(undefined, options)
    expect(kept()).toEqual([])
  })

  test('keeps below its size, counting files, and never takes what somebody waits for', async () => {
    const store = await open(undefined, { maxBytes: 25 })
    const orders = await Promise.all(
      ['a', 'b', 'c', 'd', 'e'].map((name) => order({ [name]: name.repeat(10) })),
    )
    const leases = await Promise.all(orders.map((each) => store.acquire(each, silent)))
    for (const { template } of leases) expect(existsSync(join(template, 'home'))).toBe(true)
    for (const lease of leases) lease.release()
    ;(await store.acquire(await order({ f: 'f' }), silent)).release()
    expect(store.stats).toEqual({ workspaces: 3, bytes: 21, making: 0 })
  })

  test('drops the least recently used, never one in use', async () => {
    const store = await open(undefined, { maxWorkspaces: 2 })
    const orders = await Promise.all(['a', 'b', 'c', 'd'].map((name) => order({ [name]: name })))
    const [a, b, c, d] = orders as [Order, Order, Order, Order]
    const inUse = await store.acquire(a, silent)
    ;(await store.acquire(b, silent)).release()
    ;(await store.acquire(c, silent)).release()
    expect(kept().sort()).toEqual([workspaceKey(a), workspaceKey(c)].sort())
    inUse.release()
    await store.acquire(d, silent)
    expect(kept()).toContain(workspaceKey(d))
    expect(kept()).toHaveLength(2)
    expect(existsSync(join(stateDir, 'workspaces', workspaceKey(b)))).toBe(false)
  })

  test('remembers a failed build for a while and shows its log', async () => {
    const run = async () => finished({ exit: { code: 2, signal: null }, log: 'no rule to make' })
    const host = new FakeSandbox({ run })
    const store = await open(host)
    const bad = await order({ 'p/a': 'A' }, { build: 'make' })
    const failure = { reason: 'build-failed', message: expect.stringContaining('no rule to make') }
    await expect(store.acquire(bad, silent)).rejects.toMatchObject(failure)
    await expect(store.acquire(bad, silent)).rejects.toMatchObject(failure)
    expect(host.runs).toHaveLength(1)
    expect(kept()).toEqual([])
    const impatient = await open(host, { failureTtlMs: 0 })
    await expect(impatient.acquire(bad, silent)).rejects.toMatchObject(failure)
    await expect(impatient.acquire(bad, silent)).rejects.toMatchObject(failure)
    expect(host.runs).toHaveLength(3)
  })

  test('does not trust what a build hands back', async () => {
    const stdout = await packTar([{ name: '../../escape', content: 'x' }])
    const store = await open(new FakeSandbox({ run: async () => finished({ stdout }) }))
    const bad = await order({ 'p/a': 'A' }, { build: 'make' })
    await expect(store.acquire(bad, silent)).rejects.toMatchObject({ reason: 'build-failed' })
    expect(kept()).toEqual([])
  })

  test.each<[string, (archive: SessionGrant['archive']) => Partial<SessionGrant['archive']>]>([
    ['from elsewhere', () => ({ url: 'http://127.0.0.1:1/x' })],
    ['without its token', () => ({ token: 'wrong' })],
    ['with another hash', () => ({ sha256: '0'.repeat(64) })],
    ['larger than announced', () => ({ bytes: 10 })],
    ['of an absurd size', () => ({ bytes: 2 ** 40 })],
    ['of another format', () => ({ format: 'zip' })],
    ['that is not there', ({ url }) => ({ url: `${url}x` })],
  ])('refuses an archive %s', async (_what, change) => {
    const good = await order({ 'p/a': 'A' })
    const bad = { ...good, archive: { ...good.archive, ...change(good.archive) } }
    const store = await open()
    await expect(store.acquire(bad, silent)).rejects.toMatchObject({ reason: 'archive-failed' })
  })

  test('refuses a start folder that is missing or no folder', async () => {
    const store = await open()
    for (const workdir of ['missing', 'a']) {
      const bad = await order({ 'p/a': 'A' }, { workdir })
      await expect(store.acquire(bad, silent)).rejects.toMatchObject({ reason: 'archive-failed' })
    }
  })

  test('takes nothing on after it was disposed of', async () => {
    const store = await open()
    await store.dispose()
    await expect(store.acquire(await order({ a: 'A' }), silent)).rejects.toThrow('stopping')
  })
})
