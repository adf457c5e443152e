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
