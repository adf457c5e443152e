// What idle sessions cost the service, and whether all of it is given back.
import { setTimeout as delay } from 'node:timers/promises'
import { eventually } from '../../../support/eventually.ts'
import { percentile } from '../../stats.ts'
import { measureEchoes, startEchoing } from '../echo.ts'
import type { Link } from '../link.ts'
import { cpuMs, descriptorsOf, residentKib, threadsOf } from '../proc.ts'
import { compare, type ScenarioRun, withShell } from '../scenario.ts'
import { PROMPT } from '../shell.ts'
import type { System } from '../systems.ts'

const AT_ONCE = 8
const WARM_UP_SESSIONS = 16
const IDLE_MS = 2000
const SETTLE_TIMEOUT_MS = 15_000
const ECHOES = 60

const openMany = async (system: System, count: number): Promise<Link[]> => {
  const links: Link[] = []
  while (links.length < count) {
    const some = Array.from({ length: Math.min(AT_ONCE, count - links.length) }, async () => {
      const link = await system.open()
      await link.untilText(PROMPT)
      return link
    })
    links.push(...(await Promise.all(some)))
  }
  return links
}

const closeMany = async (links: readonly Link[]) => {
  for (let at = 0; at < links.length; at += AT_ONCE) {
    await Promise.all(links.slice(at, at + AT_ONCE).map((link) => link.close()))
  }
}

const use = (pid: number) => ({
  kib: residentKib(pid),
  descriptors: descriptorsOf(pid),
  threads: threadsOf(pid),
})

const idleCpuPercent = async (pid: number) => {
  const beforeMs = cpuMs(pid)
  await delay(IDLE_MS)
  return ((cpuMs(pid) - beforeMs) / IDLE_MS) * 100
}

const echoBeside = (system: System) =>
  withShell(system, async (link) => {
    await startEchoing(link)
    return measureEchoes(link, (count) => count >= ECHOES)
  })

const measure = async (system: System, count: number) => {
  await closeMany(await openMany(system, WARM_UP_SESSIONS))
  await delay(IDLE_MS)
  const base = use(system.pid)
  const links = await openMany(system, count)
  const full = use(system.pid)
  const cpu = await idleCpuPercent(system.pid)
  const echoes = await echoBeside(system)
  await closeMany(links)
  const isBack = () => {
    const { descriptors, threads } = use(system.pid)
    return descriptors <= base.descriptors && threads <= base.threads
  }
  await eventually('all is given back', isBack, SETTLE_TIMEOUT_MS).catch(() => undefined)
  const after = use(system.pid)
  return {
    'idle sessions': links.length,
    'memory of an idle session': (full.kib - base.kib) / count,
    'CPU of all idle sessions': cpu,
    'echo beside them p50': percentile(echoes, 0.5),
    'echo beside them p99': percentile(echoes, 0.99),
    'descriptors of a session': (full.descriptors - base.descriptors) / count,
    'threads of a session': (full.threads - base.threads) / count,
    'descriptors left': Math.max(0, after.descriptors - base.descriptors),
    'threads left': Math.max(0, after.threads - base.threads),
    'memory left': after.kib - base.kib,
  }
}

export const memoryScenario: ScenarioRun = (bench) => {
  const { idleSessions } = bench.sizes
  const nothing = { unit: '', budget: { at: 'most', value: 0 } } as const
  return compare(
    bench,
    (system) => measure(system, idleSessions),
    {
      'idle sessions': { unit: '', budget: { at: 'least', value: idleSessions } },
      'memory of an idle session': { unit: 'KiB', budget: { at: 'most', value: 300 } },
      'CPU of all idle sessions': { unit: '%' },
      'echo beside them p50': { unit: 'ms' },
      'echo beside them p99': { unit: 'ms' },
      'descriptors of a session': { unit: '' },
      'threads of a session': { unit: '' },
      'descriptors left': nothing,
      'threads left': nothing,
      'memory left': { unit: 'KiB' },
    },
    1,
  )
}
