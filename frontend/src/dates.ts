// Writes periods the way a résumé does: "Mar 2024 – Jun 2024", "Since Mar 2024".

import { type Language, LOCALES } from './i18n/languages.ts'
import { stringsOf } from './i18n/speaking.ts'

export type Period = { start: string | null; end: string | null }

/** "Mar 2024". */
export const monthText = (date: string, language: Language) =>
  new Intl.DateTimeFormat(LOCALES[language], {
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(date))

/** Null when there is nothing to say. */
export const periodText = ({ start, end }: Period, language: Language): string | null => {
  const { period } = stringsOf(language)
  if (start === null) return end === null ? null : period.until(monthText(end, language))
  const from = monthText(start, language)
  if (end === null) return period.since(from)
  const to = monthText(end, language)
  return from === to ? from : `${from} – ${to}`
}

/** "26 November 2026", the same wherever its reader is. */
export const dayText = (moment: string, language: Language): string =>
  new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(moment),
  )

/** A moment in full, the same wherever its reader is. */
export const momentText = (moment: string, language: Language): string =>
  new Intl.DateTimeFormat(LOCALES[language], {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'UTC',
  })
    .format(new Date(moment))
    .concat(' UTC')

const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const

/** "3 hours ago", seen from `at`; less than a minute is now. Both are ISO 8601. */
export const agoText = (moment: string, at: string, language: Language): string => {
  const passed = Date.parse(at) - Date.parse(moment)
  const relative = new Intl.RelativeTimeFormat(LOCALES[language], { numeric: 'auto' })
  const [unit, ms] = UNITS.find(([, length]) => passed >= length) ?? ['second', Infinity]
  return relative.format(-Math.floor(passed / ms), unit)
}

/** The year that stands for a period in a list. */
export const yearOf = ({ start, end }: Period): string | null => (end ?? start)?.slice(0, 4) ?? null
