// A list of a text. Items know how deep they are; here they become lists within lists.
import type { ListItem, TextNode } from '../../cms/shapes/rich-text.ts'
import { Pieces } from './inline.tsx'

type Branch = { key: string; item: ListItem; below: Branch[] }

/** Each item with those that lie deeper, up to the next one that does not. */
export const branchesOf = (items: readonly ListItem[], from = 0): Branch[] => {
  const branches: Branch[] = []
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

const Branches = ({ branches, isOrdered }: { branches: Branch[]; isOrdered: boolean }) => {
  const Tag = isOrdered ? 'ol' : 'ul'
  return (
    <Tag>
      {branches.map(({ key, item, below }) => (
        <li key={key}>
          <Pieces pieces={item.pieces} />
          {below.length > 0 && <Branches branches={below} isOrdered={isOrdered} />}
        </li>
      ))}
    </Tag>
  )
}

export const List = ({ list }: { list: Extract<TextNode, { type: 'list' }> }) => (
  <Branches branches={branchesOf(list.items)} isOrdered={list.isOrdered} />
)
