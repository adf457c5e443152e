// Measures the terminal service against its budgets, beside ttyd where there is one: npm run bench -- terminal
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { showNumber } from '../stats.ts'
import { type Figure, verdictOn } from './budgets.ts'
import { parseOptions, type Scenario } from './options.ts'
import { table } from './report.ts'
import type { Bench, ScenarioRun } from './scenario.ts'
import { bulkScenario } from './scenarios/bulk.ts'
import { echoScenario } from './scenarios/echo.ts'
import { interruptScenario } from './scenarios/interrupt.ts'
import { memoryScenario } from './scenarios/memory.ts'
import { stallScenario } from './scenarios/stall.ts'
import { startScenario } from './scenarios/start.ts'
import { startService } from './service.ts'
import { TTYD_COMMAND } from './shell.ts'
import { ttydFrom } from './systems.ts'

const RUNS: Record<Scenario, ScenarioRun> = {
  start: startScenario,
  echo: echoScenario,
  bulk: bulkScenario,
  interrupt: interruptScenario,
  stall: stallScenario,
  memory: memoryScenario,
}

const NANOSECONDS_PER_MS = 1e6
const SIGNALS = ['SIGINT', 'SIGTERM'] as const

/** The client's own delay is said beside its figures: where it is large, they are the machine's. */
const watchClient = () => {
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  return () => {
    delay.disable()
    const [p50 = 0, p99 = 0] = [50, 99].map((part) => delay.percentile(part) / NANOSECONDS_PER_MS)
    return `client's event loop: p50 ${showNumber(p50)} ms, p99 ${showNumber(p99)} ms, of which 1 ms is its own timer`
  }
}

/** Each scenario has a service of its own: what one leaves in memory is no figure of the next. */
const runScenario = async (
  name: Scenario,
  shared: Pick<Bench, 'ttyd' | 'sizes'>,
): Promise<Figure[]> => {
  const startMs = performance.now()
  const service = await startService()
  const stopEarly = () => void service.stop().finally(() => process.exit(1))
  for (const signal of SIGNALS) process.once(signal, stopEarly)
  const clientDelay = watchClient()
  try {
    const figures = await RUNS[name]({ ours: service.spec, ...shared })
    const seconds = Math.round((performance.now() - startMs) / 1000)
    console.log(
      `\n${name} (${figures[0]?.ours.length ?? 0} rounds, ${seconds} s)\n${table(figures)}\n${clientDelay()}`,
    )
    return figures
  } catch (error) {
    throw new Error(`${name} failed. The service's log ends with:\n${service.log()}`, {
      cause: error,
    })
  } finally {
    for (const signal of SIGNALS) process.off(signal, stopEarly)
    await service.stop()
  }
}

export const benchTerminal = async (words: readonly string[]): Promise<void> => {
  const { scenarios, isStrict, sizes } = parseOptions(words)
  const ttyd = ttydFrom(process.env)
  if (!ttyd) {
    console.log(
      `No comparison: TTYD_URL is not set. To have one, start\n  ${TTYD_COMMAND} &\nand run this with TTYD_URL=ws://127.0.0.1:7681/ws TTYD_PID=$!`,
    )
  }
  const missed: string[] = []
  for (const name of scenarios) {
    const figures = await runScenario(name, { ttyd, sizes })
    const over = figures.filter((figure) => verdictOn(figure) === 'MISSED')
    missed.push(...over.map(({ what }) => what))
  }
  console.log(missed.length === 0 ? '\nNo budget was missed.' : `\nMISSED: ${missed.join('; ')}`)
  if (isStrict && missed.length > 0) process.exitCode = 1
}
