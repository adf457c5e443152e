import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { afterEach, describe, expect, test } from '@jest/globals'
import { createWatchdog, nextLookMs, type Watchdog } from './watchdog.ts'

const MIB = 1024 * 1024
let watchdog: Watchdog | undefined
const children: ReturnType<typeof spawn>[] = []
afterEach(async () => {
  watchdog?.dispose()
  for (const child of children.splice(0)) {
    if (child.exitCode === null && child.kill('SIGKILL')) await once(child, 'exit')
  }
})

/** A process of ours whose child holds 100 MiB. */
const startHolder = async (): Promise<number> => {
  const hold =
    'const b = Buffer.alloc(100 * 2 ** 20, 1); console.log(b.length); setInterval(() => b, 1e6)'
  const child = spawn('/bin/sh', ['-c', '"$0" -e "$1"; true', process.execPath, hold], {
    stdio: ['pipe', 'pipe', 'ignore'],
    detached: true,
  })
  children.push(child)
  if (child.stdout) await once(child.stdout, 'data')
  return child.pid ?? 0
}

describe('The watchdog', () => {
  test('looks at a sandbox before it could have filled what it may still take', () => {
    expect([0, 10, 300, 512, 4096].map((mib) => nextLookMs(mib * MIB))).toEqual([
      100, 100, 300, 512, 1000,
    ])
  })

  test('reports a sandbox above its bound, once, and leaves one below it alone', async () => {
    const dog = createWatchdog(5)
    watchdog = dog
    const pid = await startHolder()
    let small = 0
    let large = 0
    dog.watch({ pid, memoryBytes: 4096 * MIB, onExceeded: () => (large += 1) })
    await new Promise<void>((resolve) => {
      dog.watch({
        pid,
        memoryBytes: 50 * MIB,
        onExceeded: () => {
          small += 1
          resolve()
        },
      })
    })
    process.kill(-pid, 'SIGKILL')
    expect([small, large]).toEqual([1, 0])
  })

  test('looks at one sandbox in each turn of the event loop, so that keys get through', async () => {
    const dog = createWatchdog(5)
    watchdog = dog
    let turn = 0
    let counting = setImmediate(function count() {
      turn += 1
      counting = setImmediate(count)
    })
    const turns: number[] = []
    await new Promise<void>((resolve) => {
      const onExceeded = () => {
        turns.push(turn)
        if (turns.length === 3) resolve()
      }
      for (let each = 0; each < 3; each += 1) {
        dog.watch({ pid: process.pid, memoryBytes: 1, onExceeded })
      }
    })
    clearImmediate(counting)
    expect(new Set(turns).size).toBe(3)
  })
})
