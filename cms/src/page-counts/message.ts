// What the site sends: views since its last message, by day. Its paths and names are checked once more.
import { z } from 'zod'
import { PAGE_COUNTS } from '../limits.ts'

const MS_A_DAY = 24 * 60 * 60_000
const PATH = /^\/[a-z0-9/-]*$/
const HOST = /^(?:[a-z0-9-]+\.)+[a-z][a-z0-9-]*$/

/** The site sends late what it could not send, and clocks differ. */
const isNear = (day: string): boolean => {
  const past = (Date.now() - Date.parse(day)) / MS_A_DAY
  return past > -PAGE_COUNTS.futureDays && past < PAGE_COUNTS.pastDays + 1
}

const day = z.iso.date().refine(isNear)
const views = z.int().min(1).max(PAGE_COUNTS.maxViews)

export const messageSchema = z.strictObject({
  id: z.uuid(),
  counts: z
    .array(
      z.discriminatedUnion('kind', [
        z.strictObject({
          day,
          kind: z.literal('page'),
          name: z.string().max(PAGE_COUNTS.maxPathCharacters).regex(PATH),
          views,
        }),
        z.strictObject({
          day,
          kind: z.literal('referrer'),
          name: z.string().max(PAGE_COUNTS.maxHostCharacters).regex(HOST),
          views,
        }),
      ]),
    )
    .min(1)
    .max(PAGE_COUNTS.maxRows),
})

export type CountMessage = z.output<typeof messageSchema>
