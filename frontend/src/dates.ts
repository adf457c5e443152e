// Writes periods the way a résumé does: "Mar 2024 – Jun 2024", "Since Mar 2024".
import { stringsOf } from './i18n/context.tsx'
import { type Language, LOCALES } from './i18n/languages.ts'

export type Period = { start: string | null; end: string | null }

const month = (date: string, language: Language) =>
  new Intl.DateTimeFormat(LOCALES[language], {
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(date))

/** Null when there is nothing to say. */
export const periodText = ({ start, end }: Period, language: Language): string | null => {
  const { period } = stringsOf(language)
  if (start === null) return end === null ? null : period.until(month(end, language))
  const from = month(start, language)
  if (end === null) return period.since(from)
  const to = month(end, language)
  return from === to ? from : `${from} – ${to}`
}

/** The year that stands for a period in a list. */
export const yearOf = ({ start, end }: Period): string | null => (end ?? start)?.slice(0, 4) ?? null
