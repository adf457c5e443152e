// The calendar of contributions as drawing: a column for each week from Sunday on, a square for each day. Pure.
import type { ActivityDay } from '../../cms/shapes/activity.ts'

const DAY_MS = 86_400_000
const DAYS = 7
const SQUARE = 10
/** From one square to the next, in units of the drawing. */
const STEP = 12
/** Days without a contribution, and the days with some by quarters. */
const LEVELS = 5
/** In weeks: fewer days are drawn as small as those of a year. */
const YEAR = 53

export type Calendar = {
  width: number
  height: number
  /** For each level, from none to most: the data of one path, whose stroke is as wide as a square. */
  paths: string[]
}

/** Quarters of the active days, so that one busy day does not make all others pale. */
const levelsOf = (days: readonly ActivityDay[]): ((count: number) => number) => {
  const active = days.map(({ count }) => count).filter((count) => count > 0)
  const level = (count: number) =>
    1 + Math.floor(((LEVELS - 1) * active.filter((other) => other < count).length) / active.length)
  const known = new Map([...new Set(active)].map((count) => [count, level(count)]))
  return (count) => known.get(count) ?? 0
}

/** `days`: at least one, oldest first. */
export const calendarOf = (days: readonly ActivityDay[]): Calendar => {
  const [first] = days
  const from = Date.parse(first?.day ?? '')
  const offset = new Date(from).getUTCDay()
  const levelOf = levelsOf(days)
  const paths = Array.from({ length: LEVELS }, () => '')
  let weeks = YEAR
  for (const { day, count } of days) {
    const place = offset + (Date.parse(day) - from) / DAY_MS
    const week = Math.floor(place / DAYS)
    const level = levelOf(count)
    paths[level] += `M${week * STEP} ${(place % DAYS) * STEP + SQUARE / 2}h${SQUARE}`
    weeks = Math.max(weeks, week + 1)
  }
  const gap = STEP - SQUARE
  return { width: weeks * STEP - gap, height: DAYS * STEP - gap, paths }
}

/** A day of the month with the most contributions, and how many it had; null without any. Of equal ones the latest. */
export const busiestMonth = (
  days: readonly ActivityDay[],
): { day: string; count: number } | null => {
  const months = new Map<string, { day: string; count: number }>()
  for (const { day, count } of days) {
    const month = day.slice(0, 7)
    months.set(month, { day, count: count + (months.get(month)?.count ?? 0) })
  }
  const [busiest] = [...months.values()].toReversed().toSorted((a, b) => b.count - a.count)
  return busiest && busiest.count > 0 ? busiest : null
}
