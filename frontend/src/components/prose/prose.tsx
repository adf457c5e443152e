// What an owner wrote, as HTML.
import type { RichText, RichTextNode } from '../../cms/shapes/rich-text.ts'
import { BodyBlockView } from './body-block.tsx'
import { Pieces } from './inline.tsx'
import { List } from './list.tsx'

/** A text's own headings lie one level under the section's. */
const headingOf = (level: number) => {
  if (level <= 2) return 'h3'
  return level === 3 ? 'h4' : 'h5'
}

const One = ({ node }: { node: RichTextNode }) => {
  switch (node.type) {
    case 'paragraph':
      return (
        <p>
          <Pieces pieces={node.pieces} />
        </p>
      )
    case 'heading': {
      const Tag = headingOf(node.level)
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

export const Prose = ({ nodes }: { nodes: RichText }) => (
  <div className="prose">
    {nodes.map(keyed).map(({ key, node }) => (
      <One key={key} node={node} />
    ))}
  </div>
)
