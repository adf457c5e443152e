// Items that know how deep they lie become trees. Pure.

export type Branch<Item> = { key: string; item: Item; below: Branch<Item>[] }

/** Each item with those that lie deeper, up to the next one that does not. */
export const branchesOf = <Item extends { depth: number }>(
  items: readonly Item[],
  from = 0,
): Branch<Item>[] => {
  const branches: Branch<Item>[] = []
  for (const [index, item] of items.entries()) {
    const last = branches.at(-1)
    if (last && item.depth > last.item.depth) continue
    let end = index + 1
    while (end < items.length && (items[end]?.depth ?? 0) > item.depth) end += 1
    const below = branchesOf(items.slice(index + 1, end), from + index + 1)
    branches.push({ key: `${from + index}`, item, below })
  }
  return branches
}
