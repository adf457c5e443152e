// A list of a text. Items know how deep they are; here they become lists within lists.
import type { ListItem, TextNode } from '../../cms/shapes/rich-text.ts'
import { type Branch, branchesOf } from './branches.ts'
import { Pieces } from './inline.tsx'

type BranchesProps = { branches: readonly Branch<ListItem>[]; isOrdered: boolean }

const Branches = ({ branches, isOrdered }: BranchesProps) => {
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
