// A block between the paragraphs of a text, by its kind.
import type { BodyBlock } from '../../cms/shapes/body-blocks.ts'
import { Gallery } from '../gallery/gallery.tsx'
import { Callout } from './callout.tsx'
import { CodeBlock } from './code-block.tsx'

export const BodyBlockView = ({ block }: { block: BodyBlock }) => {
  switch (block.type) {
    case 'code':
      return <CodeBlock code={block.code} language={block.language} />
    case 'callout':
      return <Callout tone={block.tone} text={block.text} />
    case 'gallery':
      return <Gallery gallery={block} />
    default:
      return null
  }
}
