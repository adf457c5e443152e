// Writes periods the way a résumé does: "Mar 2024 – Jun 2024", "Since Mar 2024".

export type Period = { start: string | null; end: string | null }

const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'short', year: 'numeric', timeZone: 'UTC' })

const month = (date: string) => MONTH.format(new Date(date))

/** Null when there is nothing to say. */
export const periodText = ({ start, end }: Period): string | null => {
  if (start === null) return end === null ? null : `Until ${month(end)}`
  if (end === null) return `Since ${month(start)}`
  return month(start) === month(end) ? month(start) : `${month(start)} – ${month(end)}`
}

/** The year that stands for a period in a list. */
export const yearOf = ({ start, end }: Period): string | null => (end ?? start)?.slice(0, 4) ?? null
