// How figures of the insights read, in the reader's language. Pure.
import { EXIT_REASONS } from '@shellfolio/protocol'
import type { Say } from '../use-words.ts'

export const number = (value: number, locale: string): string =>
  new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(value)

export const share = (part: number, locale: string): string =>
  new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }).format(part)

const SECOND_MS = 1000

/** For instance `180 ms`, `1.5 sec`. */
export const milliseconds = (ms: number, locale: string): string => {
  const [value, unit] = ms < SECOND_MS ? [ms, 'millisecond'] : [ms / SECOND_MS, 'second']
  const maximumFractionDigits = unit === 'second' ? 1 : 0
  return new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits }).format(value)
}

/** For instance `Mar 2`; `day` in UTC, as it was counted. */
export const dayName = (day: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  )

/** A reason that a later service may know is told as it is called. */
export const reasonName = (reason: string, say: Say): string => {
  const known = EXIT_REASONS.find((each) => each === reason)
  return known ? say(`reason_${known}`) : reason
}
