// A store that is killed in the middle of anything leaves whole projects only, and the next one works.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { workspaceKey } from '@shellfolio/protocol/workspace-key'
import {
  type ArchiveServer,
  eventually,
  FakeSandbox,
  startArchiveServer,
} from '../testing/index.ts'
import { makeOrder, type Order } from '../testing/orders.ts'
import { openWorkspaces } from './store.ts'

const CHILD = join(import.meta.dirname, '../testing/store-child.ts')

let stateDir: string
let archives: ArchiveServer
let child: ChildProcess | undefined

beforeEach(async () => {
  stateDir = await mkdtemp(join(tmpdir(), 'shellfolio-crash-'))
  archives = await startArchiveServer()
})
afterEach(async () => {
  if (child?.exitCode === null && child.signalCode === null) child.kill('SIGKILL')
  await archives.close()
  await rm(stateDir, { recursive: true, force: true })
})

const start = (orders: Order[], dieAt: string, maxWorkspaces = 8) => {
  const settings = { stateDir, origin: archives.origin, orders, dieAt, maxWorkspaces }
  const env = { ...process.env, NODE_OPTIONS: '' }
  const args = ['--import', 'tsx', CHILD, JSON.stringify(settings)]
  child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] })
  return child
}
const kept = () => readdirSync(join(stateDir, 'workspaces'))

/** Opens the store as the next process does, and checks that all it holds is whole. */
const reopen = async (orders: Order[], contents: string[]) => {
  const archiveOrigins = [archives.origin]
  const store = await openWorkspaces({ stateDir, host: new FakeSandbox(), archiveOrigins })
  expect(readdirSync(join(stateDir, 'staging'))).toEqual([])
  const before = kept()
  for (const key of before) {
    const index = orders.findIndex((order) => workspaceKey(order) === key)
    const home = join(stateDir, 'workspaces', key, 'template/home')
    expect(readFileSync(join(home, 'a'), 'utf8')).toBe(contents[index])
  }
  for (const [index, order] of orders.entries()) {
    const { template, release } = await store.acquire(order, () => undefined)
    expect(readFileSync(join(template, 'home/a'), 'utf8')).toBe(contents[index])
    release()
  }
  await store.dispose()
  return before
}

describe('a store that is killed', () => {
  test.each([
    ['fetched', 0],
    ['unpacked', 0],
    ['in-build', 0],
    ['built', 0],
    ['recorded', 0],
    ['published', 1],
  ])('leaves nothing half made: %s', async (dieAt, whole) => {
    const order = await makeOrder(archives, { 'p/a': 'A' }, { build: 'make' })
    const [, signal] = await once(start([order], dieAt), 'exit')
    expect(signal).toBe('SIGKILL')
    expect(existsSync(join(stateDir, 'lock'))).toBe(true)
    expect(await reopen([order], ['A'])).toHaveLength(whole)
  })

  test('leaves nothing half evicted', async () => {
    const orders = [
      await makeOrder(archives, { 'p/a': 'A' }),
      await makeOrder(archives, { 'p/a': 'B' }),
    ]
    const [, signal] = await once(start(orders, 'moved-away', 1), 'exit')
    expect(signal).toBe('SIGKILL')
    expect(readdirSync(join(stateDir, 'staging'))).toHaveLength(1)
    expect(await reopen(orders, ['A', 'B'])).toEqual([workspaceKey(orders[1] as Order)])
  })

  test('leaves nothing half unpacked', async () => {
    const files = Object.fromEntries(Array.from({ length: 2000 }, (_, n) => [`p/${n}`, 'x']))
    const order = await makeOrder(archives, { 'p/a': 'A', ...files })
    const running = start([order], 'never')
    const unpacking = () =>
      (readdirSync(stateDir, { recursive: true }) as string[]).filter((path) =>
        path.includes('home.unpacking/'),
      ).length
    await eventually('it unpacks', () => unpacking() > 50)
    running.kill('SIGKILL')
    await once(running, 'exit')
    expect(unpacking()).toBeGreaterThan(50)
    expect(kept()).toEqual([])
    expect(await reopen([order], ['A'])).toEqual([])
  })

  test('keeps a second process out while it lives', async () => {
    const order = await makeOrder(archives, { 'p/a': 'A' })
    // Accepts and never answers: the child lives until it is killed.
    const silent = createServer()
    await once(silent.listen(0, '127.0.0.1'), 'listening')
    archives = {
      ...archives,
      origin: `http://127.0.0.1:${(silent.address() as AddressInfo).port}`,
      close: archives.close,
    }
    const url = `${archives.origin}/never`
    const running = start([{ ...order, archive: { ...order.archive, url } }], 'never')
    await once(running.stdout as NodeJS.ReadableStream, 'data')
    const second = openWorkspaces({
      stateDir,
      host: new FakeSandbox(),
      archiveOrigins: [archives.origin],
    })
    await expect(second).rejects.toThrow(`in use by process ${running.pid}`)
    silent.close()
  })
})
