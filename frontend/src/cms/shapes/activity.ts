// What GitHub said of the owner's last year, as the CMS passes it on.
import { z } from 'zod'

const MAX_WEEKS = 54
const DAY_MS = 86_400_000

const daysSchema = z
  .array(z.object({ day: z.iso.date(), count: z.int().nonnegative() }))
  .min(1)
  .max(7 * MAX_WEEKS)
  .refine((days) => days.every(({ day }, at) => at === 0 || day > (days[at - 1]?.day ?? '')), {
    error: 'not in order',
  })
  .refine(
    ([first, ...rest]) =>
      Date.parse(rest.at(-1)?.day ?? first?.day ?? '') - Date.parse(first?.day ?? '') <
      7 * MAX_WEEKS * DAY_MS,
    { error: 'longer than a year' },
  )

export const activitySchema = z.object({
  /** Of an account on GitHub. */
  login: z.string().regex(/^[A-Za-z0-9](?:-?[A-Za-z0-9]){0,38}$/),
  /** When GitHub said so. */
  at: z.iso.datetime(),
  total: z.int().nonnegative(),
  /** Oldest first; a day that is not there is not known. */
  days: daysSchema,
})
export type Activity = z.output<typeof activitySchema>
export type ActivityDay = Activity['days'][number]
