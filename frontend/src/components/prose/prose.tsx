// The body of a project: the small tree made from Lexical, as HTML.
import type { ReactNode } from 'react'
import type { Block } from '../../cms/lexical.ts'
import { Picture } from '../picture/picture.tsx'
import { Callout } from './callout.tsx'
import { CodeBlock } from './code-block.tsx'
import { Inlines } from './inline.tsx'

const SIZES = '(min-width: 768px) 680px, calc(100vw - 40px)'

/** A body's own headings lie one level under the section's. */
const HEADINGS = { 2: 'h3', 3: 'h4', 4: 'h5' } as const

const List = ({ block }: { block: Extract<Block, { type: 'list' }> }) => {
  const Tag = block.isOrdered ? 'ol' : 'ul'
  return (
    <Tag>
      {block.items.map(keyed).map(({ key, value }) => (
        <li key={key}>
          <Blocks blocks={value} />
        </li>
      ))}
    </Tag>
  )
}

const one = (block: Block): ReactNode => {
  switch (block.type) {
    case 'paragraph':
      return (
        <p>
          <Inlines inlines={block.children} />
        </p>
      )
    case 'heading': {
      const Tag = HEADINGS[block.level]
      return (
        <Tag>
          <Inlines inlines={block.children} />
        </Tag>
      )
    }
    case 'list':
      return <List block={block} />
    case 'quote':
      return (
        <blockquote>
          <p>
            <Inlines inlines={block.children} />
          </p>
        </blockquote>
      )
    case 'code':
      return <CodeBlock code={block.code} language={block.language} />
    case 'callout':
      return <Callout tone={block.tone} text={block.text} />
    case 'image':
      return (
        <figure>
          <div className="framed">
            <Picture image={block.image} sizes={SIZES} />
          </div>
          {block.image.caption && <figcaption>{block.image.caption}</figcaption>}
        </figure>
      )
    case 'rule':
      return <hr />
  }
}

/** Content never moves, so its position is its identity. */
const keyed = <Value,>(value: Value, index: number) => ({ key: `${index}`, value })

const One = ({ block }: { block: Block }) => one(block)

const Blocks = ({ blocks }: { blocks: readonly Block[] }) =>
  blocks.map(keyed).map(({ key, value }) => <One key={key} block={value} />)

export const Prose = ({ blocks }: { blocks: readonly Block[] }) => (
  <div className="prose">
    <Blocks blocks={blocks} />
  </div>
)
