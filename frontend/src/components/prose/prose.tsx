// What an owner wrote, as HTML.
import type { RichText, RichTextNode } from '../../cms/shapes/rich-text.ts'
import { BodyBlockView } from './body-block.tsx'
import { Pieces } from './inline.tsx'
import { List } from './list.tsx'

/** Of a text's first headings: one below the heading that the text stands under. */
type Level = 2 | 3

/** Owners write headings from the second level on. */
const headingOf = (written: number, level: Level) =>
  `h${Math.min(level + 2, level + Math.max(0, written - 2)) as 2 | 3 | 4 | 5}` as const

const One = ({ node, level }: { node: RichTextNode; level: Level }) => {
  switch (node.type) {
    case 'paragraph':
      return (
        <p>
          <Pieces pieces={node.pieces} />
        </p>
      )
    case 'heading': {
      const Tag = headingOf(node.level, level)
      return (
        <Tag>
          <Pieces pieces={node.pieces} />
        </Tag>
      )
    }
    case 'list':
      return <List list={node} />
    case 'quote':
      return (
        <blockquote>
          <p>
            <Pieces pieces={node.pieces} />
          </p>
        </blockquote>
      )
    default:
      return <BodyBlockView block={node} />
  }
}

/** Content never moves, so its position is its identity. */
const keyed = (node: RichTextNode, index: number) => ({ key: `${index}`, node })

export const Prose = ({ nodes, level = 3 }: { nodes: RichText; level?: Level }) => (
  <div className="prose">
    {nodes.map(keyed).map(({ key, node }) => (
      <One key={key} node={node} level={level} />
    ))}
  </div>
)
