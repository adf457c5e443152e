// From HELLO to the first prompt of a project that is unpacked already: one by one, and eight at once beside a typist.
import { percentile } from '../../stats.ts'
import { measureEchoes, startEchoing } from '../echo.ts'
import type { Link } from '../link.ts'
import { compare, type ScenarioRun, withShell } from '../scenario.ts'
import { PROMPT } from '../shell.ts'
import type { System } from '../systems.ts'

const WARM_UP = 3
const AT_ONCE = 8

const launch = async (system: System): Promise<{ link: Link; ms: number }> => {
  const link = await system.open()
  return { link, ms: (await link.untilText(PROMPT)) - link.openedMs }
}

const oneByOne = async (system: System, launches: number) => {
  const times: number[] = []
  for (let count = 0; count < WARM_UP + launches; count += 1) {
    const { link, ms } = await launch(system)
    await link.close()
    if (count >= WARM_UP) times.push(ms)
  }
  return times
}

/** How long the last of eight takes, and what a neighbour's echo takes meanwhile. */
const atOnce = (system: System) =>
  withShell(system, async (neighbour) => {
    await startEchoing(neighbour)
    await measureEchoes(neighbour, (count) => count > 0)
    let isOver = false
    const echoes = measureEchoes(neighbour, () => isOver, 0)
    const launched = await Promise.all(Array.from({ length: AT_ONCE }, () => launch(system)))
    isOver = true
    const echoTimes = await echoes
    await Promise.all(launched.map(({ link }) => link.close()))
    return { last: Math.max(...launched.map(({ ms }) => ms)), echoTimes }
  })

export const startScenario: ScenarioRun = (bench) =>
  compare(
    bench,
    async (system) => {
      const times = await oneByOne(system, bench.sizes.launches)
      const { last, echoTimes } = await atOnce(system)
      return {
        'prompt p50': percentile(times, 0.5),
        'prompt p95': percentile(times, 0.95),
        '8 at once, last prompt': last,
        '8 at once, echo beside p50': percentile(echoTimes, 0.5),
        '8 at once, echo beside worst': percentile(echoTimes, 1),
      }
    },
    {
      'prompt p50': { unit: 'ms', budget: { at: 'most', value: 40 } },
      'prompt p95': { unit: 'ms', budget: { at: 'most', value: 80 } },
      // Queued: eight times as long as one may take.
      '8 at once, last prompt': { unit: 'ms', budget: { at: 'most', value: AT_ONCE * 80 } },
      '8 at once, echo beside p50': { unit: 'ms' },
      // What a typist notices.
      '8 at once, echo beside worst': { unit: 'ms', budget: { at: 'most', value: 100 } },
    },
  )
