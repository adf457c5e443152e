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

/** The year that stands for a period in a list. */
export const yearOf = ({ start, end }: Period): string | null => (end ?? start)?.slice(0, 4) ?? null
