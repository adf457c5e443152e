// What was asked for on the command line, and how much of each thing that means.

export const SCENARIOS = ['start', 'echo', 'bulk', 'interrupt', 'stall', 'memory'] as const
export type Scenario = (typeof SCENARIOS)[number]

export type Options = { scenarios: readonly Scenario[]; isStrict: boolean; sizes: Sizes }

/** How often and how much is measured. The whole run stays below six minutes, the quick one below one. */
export type Sizes = {
  rounds: number
  /** No further round is begun after this long: a slow machine measures fewer. */
  roundsMs: number
  launches: number
  echoes: number
  bulkBytes: number
  numbers: number
  ansiBytes: number
  floodMs: number
  stallMs: number
  idleSessions: number
}

const FULL: Sizes = {
  rounds: 3,
  roundsMs: 25_000,
  launches: 20,
  echoes: 400,
  bulkBytes: 100_000_000,
  numbers: 5_000_000,
  ansiBytes: 10_000_000,
  floodMs: 2000,
  stallMs: 20_000,
  idleSessions: 300,
}

const QUICK: Sizes = {
  rounds: 1,
  roundsMs: 10_000,
  launches: 12,
  echoes: 60,
  bulkBytes: 20_000_000,
  numbers: 1_000_000,
  ansiBytes: 5_000_000,
  floodMs: 1000,
  stallMs: 3000,
  idleSessions: 50,
}

const isScenario = (word: string): word is Scenario =>
  (SCENARIOS as readonly string[]).includes(word)

const ROUNDS = /^--rounds=([1-9]\d?)$/

/** So many rounds are wanted that they may take the time they need. */
const manyRounds = (flags: readonly string[]): Partial<Sizes> => {
  const rounds = flags.map((flag) => ROUNDS.exec(flag)?.[1]).find(Boolean)
  return rounds ? { rounds: Number(rounds), roundsMs: Number.POSITIVE_INFINITY } : {}
}

/** @throws {Error} that names what is not known */
export const parseOptions = (words: readonly string[]): Options => {
  const flags = words.filter((word) => word.startsWith('--'))
  const names = words.filter((word) => !word.startsWith('--'))
  const unknown = flags.find(
    (flag) => flag !== '--quick' && flag !== '--strict' && !ROUNDS.test(flag),
  )
  if (unknown !== undefined) {
    throw new Error(`${unknown} is none of --quick, --strict and --rounds=1 to 99.`)
  }
  const scenarios = names.map((name) => {
    if (!isScenario(name)) throw new Error(`${name} is none of ${SCENARIOS.join(', ')}.`)
    return name
  })
  return {
    scenarios: scenarios.length > 0 ? scenarios : SCENARIOS,
    isStrict: flags.includes('--strict'),
    sizes: { ...(flags.includes('--quick') ? QUICK : FULL), ...manyRounds(flags) },
  }
}
