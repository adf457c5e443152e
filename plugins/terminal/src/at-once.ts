// Much work on few hands: so many at a time, the next ones when those are done.

/** Results in the order of `items`. Rejects with the first failure; what comes after those few is not begun then. */
export const atOnce = async <Item, Result>(
  items: readonly Item[],
  count: number,
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> => {
  const results: Result[] = []
  for (let index = 0; index < items.length; index += count) {
    results.push(...(await Promise.all(items.slice(index, index + count).map(work))))
  }
  return results
}
