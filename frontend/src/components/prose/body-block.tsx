// A block between the paragraphs of a text, by its kind.
import type { BodyBlock } from '../../cms/shapes/body-blocks.ts'
import { Diagram } from '../diagram/diagram.tsx'
import { FileTree } from '../file-tree/file-tree.tsx'
import { Gallery } from '../gallery/gallery.tsx'
import { Impact } from '../impact/impact.tsx'
import { Quotation } from '../quotation/quotation.tsx'
import { TerminalStep } from '../terminal/terminal-step.tsx'
import { Video } from '../video/video.tsx'
import { Walkthrough } from '../walkthrough/walkthrough.tsx'
import { Callout } from './callout.tsx'
import { CodeBlock } from './code-block.tsx'
import { Events } from './events.tsx'
import { Titled } from './titled.tsx'

type BodyBlockProps = {
  block: BodyBlock
  /** Unique on the page. With it lines of code have addresses. */
  name?: string | undefined
}

export const BodyBlockView = ({ block, name }: BodyBlockProps) => {
  switch (block.type) {
    case 'code':
      return <CodeBlock {...block} name={name} />
    case 'walkthrough':
      return (
        <Titled title={block.title}>
          <Walkthrough steps={block.steps} name={name} titles="p" />
        </Titled>
      )
    case 'diagram':
      return <Diagram diagram={block.diagram} titles="p" />
    case 'callout':
      return <Callout tone={block.tone} text={block.text} />
    case 'gallery':
      return <Gallery gallery={block} titles="p" />
    case 'metrics':
      return (
        <Titled title={block.title}>
          <Impact figures={block.metrics} />
        </Titled>
      )
    case 'timeline':
      return <Events block={block} />
    case 'video':
      return <Video video={block} />
    case 'fileTree':
      return <FileTree tree={block} />
    case 'terminalStep':
      return <TerminalStep step={block} />
    case 'quotation':
      return <Quotation quotation={block} />
  }
}
