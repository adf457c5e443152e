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

/** One page of `all`; `itemsOf` makes what is told of those that are on it. */
export const listOf = async <Entry, Item>(
  all: readonly Entry[],
  { page, pageSize }: { page: number; pageSize: number },
  itemsOf: (entries: Entry[]) => Item[] | Promise<Item[]>,
): Promise<List<Item>> => ({
  items: await itemsOf(all.slice((page - 1) * pageSize, page * pageSize)),
  page,
  pageSize,
  pages: Math.ceil(all.length / pageSize),
  total: all.length,
})
