// A visitor beside one who takes all there is: every key is still answered; and the service sees who takes it.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { eventually } from '../support/eventually.ts'
import { openPlayground, type Playground } from './support/sandboxes.ts'

const SIZE = { cols: 80, rows: 24 }
/** Far above an echo on a busy machine, far below what waiting for the greedy neighbour would take. */
const MEDIAN_ECHO_MS = 500

let playground: Playground
beforeAll(async () => {
  playground = await openPlayground()
})
afterAll(() => playground.close())

const open = async (script: string, first: string) => {
  const terminal = await playground.host.openTerminal(playground.spec(script), SIZE)
  let text = ''
  terminal.onData((data) => {
    text += Buffer.from(data).toString('utf8')
  })
  await eventually(first, () => text.includes(first))
  return { terminal, text: () => text }
}

const medianEcho = async (): Promise<number> => {
  const { terminal, text } = await open('echo ready; exec cat', 'ready')
  const samples: number[] = []
  for (let i = 0; i < 15; i += 1) {
    const start = performance.now()
    terminal.write(Buffer.from(`key-${i}.\n`))
    await eventually('an echo', () => text().split(`key-${i}.`).length > 2, 10_000)
    samples.push(performance.now() - start)
  }
  await terminal.kill()
  return samples.sort((a, b) => a - b)[7] ?? Number.POSITIVE_INFINITY
}

describe('A neighbour is answered beside a session that', () => {
  test.each([
    [
      'keeps every processor busy',
      'for i in 1 2 3 4 5 6 7 8; do while :; do :; done & done; echo on; wait',
    ],
    ['is a fork bomb', 'echo on; :(){ :|:& };:; while :; do :; done'],
    [
      'fills its disk again and again',
      'echo on; while :; do head -c 1G /dev/zero > big; rm -f big; done 2>/dev/null',
    ],
    [
      'makes files without end',
      'echo on; mkdir b; cd b; while :; do seq 1 8000 | xargs touch; find . -delete; done 2>/dev/null',
    ],
    ['writes without end to a reader that takes all', 'echo on; exec yes'],
  ])('%s', async (_, script) => {
    const greedy = await open(script, 'on')
    expect(await medianEcho()).toBeLessThan(MEDIAN_ECHO_MS)
    await greedy.terminal.kill()
  })
})

describe('A session', () => {
  test('holds three descriptors of its own terminal, and none of its neighbour’s', async () => {
    const first = await open('echo on; exec cat', 'on')
    const list =
      'for f in /proc/[0-9]*/fd/*; do readlink $f; done | sort -u | grep -v ^/proc; echo done'
    const second = await open(list, 'done')
    expect(
      second
        .text()
        .trim()
        .split(/\s+/)
        .filter((name) => !/^(pipe:|\/dev\/null$)/.test(name)),
    ).toEqual([expect.stringMatching(/^\/dev\/(console|pts\/\d+)$/), 'done'])
    await Promise.all([first.terminal.kill(), second.terminal.kill()])
  })

  test('tells what it uses while it runs, and nothing once it has ended', async () => {
    const { terminal } = await open(
      'echo on; for i in 1 2 3; do sleep 60 & done; while :; do :; done',
      'on',
    )
    await eventually('its work is counted', () => {
      const usage = terminal.usage()
      return usage !== undefined && usage.cpuMs > 50 && usage.processes === 4
    })
    const used = terminal.usage()
    expect(used?.memoryBytes).toBeGreaterThan(500_000)
    expect(used?.memoryBytes).toBeLessThan(64 * 1024 * 1024)
    await terminal.kill()
    expect(terminal.usage()).toBeUndefined()
  })
})
