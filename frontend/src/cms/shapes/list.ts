// One page of many, and the lists of everything that has an address.
import { z } from 'zod'
import { date } from '../fields.ts'

const count = z.int().nonnegative()

export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), page: count, pageSize: count, pages: count, total: count })

export const itemsOf = <Item extends z.ZodType>(item: Item) => z.object({ items: z.array(item) })

export type PageOf<Item> = {
  items: Item[]
  page: number
  pageSize: number
  pages: number
  total: number
}

const addressed = z.array(z.object({ slug: z.string().min(1), updatedAt: date }))

/** Slugs of all that is published, with when each was last changed. */
export const addressesSchema = z.object({
  projects: addressed,
  experiences: addressed,
  pages: addressed,
  /** Slugs of the projects whose source code can be read. */
  sources: z.array(z.string()).default([]),
})
export type Addresses = z.output<typeof addressesSchema>
