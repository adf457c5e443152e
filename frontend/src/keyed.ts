// Keys for lists of content. Content never moves on a page, so its position is its identity.

export const keyed = <Item>(items: readonly Item[]): { key: string; item: Item; index: number }[] =>
  items.map((item, index) => ({ key: String(index), item, index }))
