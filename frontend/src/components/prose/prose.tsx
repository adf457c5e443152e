// What an owner wrote, as HTML.
import type { RichText, RichTextNode } from '../../cms/shapes/rich-text.ts'
import { keyed } from '../../keyed.ts'
import { BodyBlockView } from './body-block.tsx'
import { type Headings, headingsOf, type Level } from './headings.ts'
import { Pieces } from './inline.tsx'
import { List } from './list.tsx'

type ProseProps = {
  nodes: RichText
  /** Of the first headings: one below the heading that the text stands under. */
  level?: Level
  /** Unique on the page. With it headings and lines of code have addresses. */
  name?: string
}

type OneProps = { node: RichTextNode; headings: Headings; name: string | undefined }

const One = ({ node, headings, name }: OneProps) => {
  switch (node.type) {
    case 'paragraph':
      return (
        <p>
          <Pieces pieces={node.pieces} />
        </p>
      )
    case 'heading': {
      const { level = 6, id } = headings.get(node) ?? {}
      const Tag = `h${level}` as const
      return (
        <Tag id={id}>
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
      return <BodyBlockView block={node} name={name} />
  }
}

export const Prose = ({ nodes, level = 3, name }: ProseProps) => {
  const headings = headingsOf(nodes, { level, name })
  return (
    <div className="prose">
      {keyed(nodes).map(({ key, item }) => (
        <One key={key} node={item} headings={headings} name={name && `${name}-${key}`} />
      ))}
    </div>
  )
}
