// What the dashboard says of the last days, read in three questions.
import { sql } from '@payloadcms/db-postgres'
import type { Payload } from 'payload'
import { z } from 'zod'
import { onItsOwn } from '../accounts/sql.ts'
import { PAGE_COUNTS } from '../limits.ts'

const MS_A_DAY = 24 * 60 * 60_000

export type Named = { name: string; views: number }
/** `days`: each of them, the last one today, `YYYY-MM-DD` in UTC. */
export type Figures = { days: { day: string; views: number }[]; pages: Named[]; referrers: Named[] }

/** The last `count` days, oldest first. */
export const lastDays = (nowMs: number, count: number): string[] =>
  Array.from({ length: count }, (_, index) =>
    new Date(nowMs - (count - 1 - index) * MS_A_DAY).toISOString().slice(0, 10),
  )

const rows = z.array(z.object({ name: z.string(), views: z.coerce.number() }))

/** `nowMs`: tests move it. @throws when the database does not answer */
export const readFigures = async (payload: Payload, nowMs = Date.now()): Promise<Figures> => {
  const days = lastDays(nowMs, PAGE_COUNTS.shownDays)
  const [first = ''] = days
  const most = async (kind: 'page' | 'referrer') =>
    rows.parse(
      await onItsOwn(
        payload,
        sql`select name, sum(views) as views from page_counts where day >= ${first} and kind = ${kind}
          group by name order by 2 desc, 1 limit ${PAGE_COUNTS.shownNames}`,
      ),
    )
  const [byDay, pages, referrers] = await Promise.all([
    onItsOwn(
      payload,
      sql`select day as name, sum(views) as views from page_counts
        where day >= ${first} and kind = 'page' group by day`,
    ),
    most('page'),
    most('referrer'),
  ])
  const viewsOf = new Map(rows.parse(byDay).map(({ name, views }) => [name, views]))
  return { days: days.map((day) => ({ day, views: viewsOf.get(day) ?? 0 })), pages, referrers }
}
