// Visitors who take all they can: what stops them, and that their neighbours do not notice.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { BOUNDS, joined, openPlayground, type Playground, textOf } from './support/sandboxes.ts'

const MIB = 1024 * 1024

let playground: Playground
beforeAll(async () => {
  playground = await openPlayground()
})
afterAll(() => playground.close())

describe('A sandbox is ended and says why when it takes', () => {
  test.each([
    ['memory shared among its processes, which no limit of one process counts', './bomb shared'],
    ['memory in many processes, each below its limit', './bomb processes'],
    ['memory in processes that a thread started', './bomb threads'],
    ['memory of the kernel, in sockets that nobody reads', './bomb sockets'],
  ])('%s', async (_, script) => {
    const { exit } = await playground.run(script)
    expect(exit.exceeded).toBe('memory')
  })

  test('CPU time without end', async () => {
    const { exit } = await playground.run('exec bash -c "while :; do :; done"', { cpuSeconds: 1 })
    expect(exit.exceeded).toBe('cpu')
  })

  test('time without end', async () => {
    const spec = playground.spec('trap "" TERM HUP INT; setsid sleep 100 & sleep 100')
    const { exit } = await playground.host.run(spec, { ...BOUNDS, timeoutMs: 300 })
    expect(exit.exceeded).toBe('time')
  })

  test('more output than was agreed, which is cut there', async () => {
    const spec = playground.spec('yes')
    const run = await playground.host.run(spec, { ...BOUNDS, maxStdoutBytes: 100_000 })
    expect(run.exit.exceeded).toBe('output')
    expect(run.stdout.length).toBeLessThanOrEqual(100_000)
  })
})

describe('A sandbox goes on after', () => {
  test('a fork bomb of the shell has been stopped by the limit of processes', async () => {
    // Behind the bomb everything is built into the shell: it could not start another process either.
    const script = `mkfifo wait; exec 8<>wait; { :(){ :|:& }; :; } 2>/dev/null
      read -t 1 -u 8; set -- /proc/[0-9]*; echo "alive beside $#"`
    const { processes } = playground.spec(script).limits
    const [, count] = /^alive beside (\d+)$/m.exec(textOf(await playground.run(script))) ?? []
    expect(Number(count)).toBeGreaterThan(1)
    // Process 1 of the sandbox is counted by /proc and not by the limit.
    expect(Number(count)).toBeLessThanOrEqual(processes + 1)
  })

  test('one process asked for all memory', async () => {
    expect(textOf(await playground.run(joined('./bomb private; echo alive')))).toMatch(
      /^refused after \d+ MiB\nalive$/,
    )
  })

  test('its disk was full', async () => {
    const script = 'head -c 1G /dev/zero > big; rm big; echo alive > small; cat small'
    expect(textOf(await playground.run(script))).toBe('alive')
  })
})

describe('Beside bombs of every kind', () => {
  test('a neighbour starts, computes and ends', async () => {
    const bombs = ['./bomb forks; sleep 3', './bomb processes', './bomb shared'].map((script) =>
      playground.host.run(playground.spec(script), { ...BOUNDS, timeoutMs: 4000 }),
    )
    expect(textOf(await playground.run('seq 1000 | paste -sd+ | sed "s/+/ + /g" | wc -w'))).toBe(
      '1999',
    )
    await Promise.all(bombs)
  })

  test('this process’s own memory does not grow with what a visitor writes', async () => {
    const before = process.memoryUsage().rss
    const spec = playground.spec('head -c 400M /dev/zero >&2')
    const run = await playground.host.run(spec, { ...BOUNDS, maxLogBytes: 1000 })
    expect(run.log.length).toBe(1000)
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * MIB)
  })
})
