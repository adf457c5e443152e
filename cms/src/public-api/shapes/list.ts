// One page of many.
import { z } from 'zod'

const count = z.int().nonnegative()

/** Items of `item`, which of how many pages this is, and of how many items. */
export const listShape = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), page: count, pageSize: count, pages: count, total: count })

export type List<Item> = {
  items: Item[]
  page: number
  pageSize: number
  pages: number
  total: number
}

/** One page of a list: what the database found for `asked`, each document as `itemOf` tells it. */
export const listOf = <Doc, Item>(
  found: { docs: Doc[]; totalDocs: number; totalPages: number },
  { page, pageSize }: { page: number; pageSize: number },
  itemOf: (doc: Doc) => Item,
): List<Item> => ({
  items: found.docs.map((doc) => itemOf(doc)),
  page,
  pageSize,
  pages: found.totalPages,
  total: found.totalDocs,
})
