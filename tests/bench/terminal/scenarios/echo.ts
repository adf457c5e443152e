// A typist's echo: alone, beside 25 sessions that print 80 KB/s each, and beside 8 that flood.
import { percentile } from '../../stats.ts'
import type { Figure } from '../budgets.ts'
import { measureEchoes, startEchoing } from '../echo.ts'
import { startLoad } from '../load.ts'
import { type Bench, compare, type ScenarioRun, withShell } from '../scenario.ts'
import type { LoadKind } from '../shell.ts'

const BUDGET: Figure['budget'] = { at: 'most-ttyds-plus', value: 0.5 }

const LOADS: { what: string; kind?: LoadKind; sessions: number }[] = [
  { what: 'echo', sessions: 0 },
  { what: 'echo, 25 busy', kind: 'busy', sessions: 25 },
  { what: 'echo, 8 flooding', kind: 'flood', sessions: 8 },
]

const beside = (bench: Bench, { what, kind, sessions }: (typeof LOADS)[number]) =>
  compare(
    bench,
    (system, spec) =>
      withShell(system, async (link) => {
        await startEchoing(link)
        const load = kind ? await startLoad({ spec, kind, sessions }) : undefined
        try {
          const times = await measureEchoes(link, (count) => count >= bench.sizes.echoes)
          return {
            [`${what} p50`]: percentile(times, 0.5),
            [`${what} p99`]: percentile(times, 0.99),
          }
        } finally {
          await load?.stop()
        }
      }),
    {
      [`${what} p50`]: { unit: 'ms', budget: kind ? undefined : BUDGET },
      [`${what} p99`]: { unit: 'ms', budget: kind ? BUDGET : undefined },
    },
  )

export const echoScenario: ScenarioRun = async (bench) => {
  const figures: Figure[] = []
  for (const load of LOADS) figures.push(...(await beside(bench, load)))
  return figures
}
