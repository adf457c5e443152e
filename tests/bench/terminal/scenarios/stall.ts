// Readers that stall while a program floods: one that never acknowledges, one that does not even read.
import { setTimeout as delay } from 'node:timers/promises'
import { residentKib } from '../proc.ts'
import { compare, type ScenarioRun, withShell } from '../scenario.ts'

/** One window of each reader, its copies and what the collector leaves lying: nothing that grows. */
const MAX_GROWTH_KIB = 8 * 1024
const LOOK_EVERY_MS = 250
/** Buffers fill at once; what grows after this is a leak. */
const SETTLE_MS = 1000

const watch = async (pid: number, forMs: number) => {
  let peakKib = 0
  const untilMs = performance.now() + forMs
  while (performance.now() < untilMs) {
    peakKib = Math.max(peakKib, residentKib(pid))
    await delay(LOOK_EVERY_MS)
  }
  return { peakKib, endKib: residentKib(pid) }
}

export const stallScenario: ScenarioRun = (bench) =>
  compare(
    bench,
    (system) =>
      withShell(system, (deaf) =>
        withShell(system, async (silent) => {
          const beforeKib = residentKib(system.pid)
          silent.stopParsing()
          silent.type('yes\r')
          await deaf.run('yes', 'y\r\ny\r\n')
          deaf.stopReading()
          await delay(SETTLE_MS)
          const settledKib = residentKib(system.pid)
          const { peakKib, endKib } = await watch(system.pid, bench.sizes.stallMs)
          return {
            'stalled readers, growth at most': peakKib - beforeKib,
            'stalled readers, growth while stalled': endKib - settledKib,
          }
        }),
      ),
    {
      'stalled readers, growth at most': {
        unit: 'KiB',
        budget: { at: 'most', value: MAX_GROWTH_KIB },
      },
      'stalled readers, growth while stalled': {
        unit: 'KiB',
        budget: { at: 'most', value: MAX_GROWTH_KIB / 4 },
      },
    },
    1,
  )
