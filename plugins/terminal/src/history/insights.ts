// What the sums of many days say together: launches by day, how far visitors came, start times, ends and commands. Pure.
import { addCounts, type Counts, DAY_NUMBERS, type DayNumbers, type DaySums } from './days.ts'
import { percentile } from './histogram.ts'

export type Insights = {
  /** Every day of the time, the oldest first. Start times in milliseconds, absent where nothing started. */
  days: { day: string; launches: number; p50?: number; p95?: number }[]
  /** In the order in which visitors come by. */
  funnel: { step: keyof DayNumbers; count: number }[]
  /** The most frequent first. */
  reasons: { name: string; count: number }[]
  commands: { name: string; count: number }[]
  /** Over all days. */
  p50?: number
  p95?: number
}

const DAY_MS = 24 * 60 * 60 * 1000
const TOP_COMMANDS = 10

/** The `count` days up to `today`, which is the last, as `YYYY-MM-DD`. */
export const lastDays = (today: string, count: number): string[] => {
  const lastMs = Date.parse(`${today}T00:00:00Z`)
  return Array.from({ length: count }, (_, index) =>
    new Date(lastMs - (count - 1 - index) * DAY_MS).toISOString().slice(0, 10),
  )
}

const ranked = (counts: Counts) =>
  Object.entries(counts)
    .map(([name, count]) => ({ name, count }))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))

const sumCounts = (all: readonly Counts[]): Counts =>
  all.reduce((sum, counts) => addCounts(sum, counts), {})

const quantiles = (counts: Counts) => {
  const p50 = percentile(counts, 0.5)
  const p95 = percentile(counts, 0.95)
  return p50 === undefined || p95 === undefined ? {} : { p50, p95 }
}

/** `rows`: of any demos; those of other days are left out. */
export const insightsOf = (rows: readonly DaySums[], days: readonly string[]): Insights => {
  const wanted = new Set(days)
  const within = rows.filter(({ day }) => wanted.has(day))
  const total = (name: keyof DayNumbers, some: readonly DaySums[]) =>
    some.reduce((sum, row) => sum + row[name], 0)
  return {
    days: days.map((day) => {
      const own = within.filter((row) => row.day === day)
      const startTimes = sumCounts(own.map((row) => row.startTimes))
      return { day, launches: total('launches', own), ...quantiles(startTimes) }
    }),
    funnel: DAY_NUMBERS.map((step) => ({ step, count: total(step, within) })),
    reasons: ranked(sumCounts(within.map(({ endReasons }) => endReasons))),
    commands: ranked(sumCounts(within.map(({ commands }) => commands))).slice(0, TOP_COMMANDS),
    ...quantiles(sumCounts(within.map(({ startTimes }) => startTimes))),
  }
}
