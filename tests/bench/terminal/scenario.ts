// What the scenarios share: systems side by side in interleaved rounds, and sessions that are closed whatever happens.
import type { Figure } from './budgets.ts'
import type { Link } from './link.ts'
import type { Sizes } from './options.ts'
import { PROMPT } from './shell.ts'
import { openSystem, type System, type SystemSpec } from './systems.ts'

export type Bench = { ours: SystemSpec; ttyd: SystemSpec | undefined; sizes: Sizes }

export type ScenarioRun = (bench: Bench) => Promise<Figure[]>

/** Opens a session, waits for its prompt, and closes it after `use`. */
export const withShell = async <T>(
  system: System,
  use: (link: Link) => Promise<T>,
  options?: { bytesPerMs?: number },
): Promise<T> => {
  const link = await system.open(options)
  try {
    await link.untilText(PROMPT)
    return await use(link)
  } finally {
    await link.close()
  }
}

/** Values by name, one for each round. */
export type Rounds = Record<string, number[]>

const measureRounds = async (
  systems: readonly SystemSpec[],
  { rounds, roundsMs }: Pick<Sizes, 'rounds' | 'roundsMs'>,
  measure: (system: System, spec: SystemSpec) => Promise<Record<string, number>>,
) => {
  const found = new Map<SystemSpec['name'], Rounds>(systems.map(({ name }) => [name, {}]))
  const startMs = performance.now()
  const isLate = () => performance.now() - startMs > roundsMs
  for (let round = 0; round < rounds && (round === 0 || !isLate()); round += 1) {
    for (const spec of systems) {
      const values = await measure(openSystem(spec), spec)
      for (const [what, value] of Object.entries(values)) {
        const all = found.get(spec.name) ?? {}
        all[what] = [...(all[what] ?? []), value]
      }
    }
  }
  return found
}

/** Measures every system once a round and makes a figure of each of `wanted`. */
export const compare = async (
  { ours, ttyd, sizes }: Bench,
  measure: (system: System, spec: SystemSpec) => Promise<Record<string, number>>,
  wanted: Record<string, Pick<Figure, 'unit' | 'budget'>>,
  rounds = sizes.rounds,
): Promise<Figure[]> => {
  const found = await measureRounds(ttyd ? [ours, ttyd] : [ours], { ...sizes, rounds }, measure)
  return Object.entries(wanted).map(([what, facts]) => ({
    what,
    ...facts,
    ours: found.get('ours')?.[what] ?? [],
    ttyd: found.get('ttyd')?.[what],
  }))
}
