// One process at a time works in a state folder; what a dead one left does not keep the next out.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { lockStateFolder, StateFolderBusy } from './state-lock.ts'

let stateDir: string
const lock = () => join(stateDir, 'lock')

beforeEach(async () => {
  stateDir = await mkdtemp(join(tmpdir(), 'shellfolio-lock-'))
})
afterEach(() => rm(stateDir, { recursive: true, force: true }))

const held = () => JSON.parse(readFileSync(lock(), 'utf8'))

describe('the lock of a state folder', () => {
  test('is held by one, names who, and can be had once that one has given it back', async () => {
    const unlock = await lockStateFolder(stateDir)
    const refused = lockStateFolder(stateDir)
    await expect(refused).rejects.toBeInstanceOf(StateFolderBusy)
    await expect(refused).rejects.toThrow(`in use by process ${process.pid}`)
    await unlock()
    const again = await lockStateFolder(stateDir)
    await again()
    expect(readdirSync(stateDir)).toEqual([])
  })

  test('is taken over from a process that is gone', async () => {
    const child = spawn('true')
    await once(child, 'exit')
    const unlock = await lockStateFolder(stateDir)
    const me = held()
    await unlock()
    writeFileSync(lock(), JSON.stringify({ ...me, pid: child.pid }))
    await lockStateFolder(stateDir)
    expect(held()).toEqual(me)
  })

  test.each([
    ['whose number belongs to another now', { startedAt: '1' }],
    ['of an earlier boot', { bootId: 'another' }],
  ])('is taken over from a process %s', async (_what, change) => {
    const unlock = await lockStateFolder(stateDir)
    const me = held()
    await unlock()
    writeFileSync(lock(), JSON.stringify({ ...me, ...change }))
    await lockStateFolder(stateDir)
    expect(held()).toEqual(me)
  })

  test.each(['', '{', '{"pid":"1"}'])('is taken over when it says nothing: %j', async (text) => {
    writeFileSync(lock(), text)
    await lockStateFolder(stateDir)
    expect(held()).toMatchObject({ pid: process.pid })
  })

  test('goes to one of many that find it stale at once', async () => {
    writeFileSync(lock(), '')
    const tries = await Promise.allSettled(
      Array.from({ length: 8 }, () => lockStateFolder(stateDir)),
    )
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(readdirSync(stateDir)).toEqual(['lock'])
  })

  test('is left alone by one that has lost it', async () => {
    const unlock = await lockStateFolder(stateDir)
    writeFileSync(lock(), 'of somebody else')
    await unlock()
    expect(readFileSync(lock(), 'utf8')).toBe('of somebody else')
  })
})
