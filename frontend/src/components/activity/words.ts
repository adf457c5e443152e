// A year of activity in words, for the page and for its Markdown. Pure.
import type { Activity } from '../../cms/shapes/activity.ts'
import { monthText } from '../../dates.ts'
import { type Language, LOCALES } from '../../i18n/languages.ts'
import { stringsOf } from '../../i18n/speaking.ts'
import { busiestMonth } from './calendar.ts'

export type ActivityWords = {
  /** The account's page. */
  href: string
  /** What follows the account's name in the sentence with the sum. */
  made: string
  /** Instead of the calendar. */
  calendar: string
}

export const activityWords = (
  { login, total, days }: Activity,
  language: Language,
): ActivityWords => {
  const { activity: t } = stringsOf(language)
  const { format } = new Intl.NumberFormat(LOCALES[language])
  const sum = t.counted(total, format(total))
  const busiest = busiestMonth(days)
  return {
    href: `https://github.com/${login}`,
    made: t.made(sum),
    calendar: busiest
      ? t.inWords(sum, monthText(busiest.day, language), format(busiest.count))
      : sum,
  }
}
