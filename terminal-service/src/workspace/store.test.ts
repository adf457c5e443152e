// Projects are made once, shared, kept over restarts, dropped when they are too many, and fail with a reason.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { SessionGrant } from '@shellfolio/protocol'
import type { SandboxRun } from '../sandbox/types.ts'
import {
  type ArchiveServer,
  FakeSandbox,
  packFiles,
  packTar,
  startArchiveServer,
} from '../testing/index.ts'
import { openWorkspaces, type StoreOptions, workspaceKey } from './store.ts'

let stateDir: string
let archives: ArchiveServer

beforeEach(async () => {
  stateDir = await mkdtemp(join(tmpdir(), 'shellfolio-store-'))
  archives = await startArchiveServer()
})
afterEach(async () => {
  await archives.close()
  const staging = join(stateDir, 'staging')
  if (existsSync(staging)) expect(readdirSync(staging)).toEqual([])
  await rm(stateDir, { recursive: true, force: true })
})

const open = (host = new FakeSandbox(), more: Partial<StoreOptions> = {}) =>
  openWorkspaces({ stateDir, host, archiveOrigin: archives.origin, ...more })

const order = async (files: Record<string, string>, demo: Partial<SessionGrant['demo']> = {}) => ({
  archive: archives.add(await packFiles(files)),
  demo: {
    id: 'd',
    title: '',
    workdir: '.',
    build: '',
    toolchain: 'c' as const,
    welcome: '',
    env: {},
    ...demo,
  },
})
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

  test('keeps projects over a restart', async () => {
    const same = await order({ 'p/a': 'A' })
    await (await open()).acquire(same, silent)
    await (await open()).acquire(same, silent)
    expect(archives.requests).toBe(1)
  })

  test('knows another build and another toolchain as another workspace', async () => {
    const one = await order({ 'p/a': 'A' })
    const keys = [{}, { build: 'make' }, { toolchain: 'node' as const }].map((demo) =>
      workspaceKey({ ...one, demo: { ...one.demo, ...demo } }),
    )
    expect(new Set(keys).size).toBe(3)
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

type Order = Awaited<ReturnType<typeof order>>
