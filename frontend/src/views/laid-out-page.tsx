// `/[slug]`: a page that the owner laid out, block by block.
import type { LayoutBlock, LaidOutPage as PageContent } from '../cms/shapes/page.ts'
import { PageHead } from '../components/page-head/page-head.tsx'
import { Prose } from '../components/prose/prose.tsx'

const One = ({ block }: { block: LayoutBlock }) =>
  block.type === 'prose' ? <Prose nodes={block.body} /> : null

/** Content never moves, so its position is its identity. */
const keyed = (block: LayoutBlock, index: number) => ({ key: `${index}`, block })

export const LaidOutPage = ({ content: { title, layout } }: { content: PageContent }) => (
  <>
    <PageHead title={title} lead={null} />
    <div className="stack">
      {layout.map(keyed).map(({ key, block }) => (
        <One key={key} block={block} />
      ))}
    </div>
  </>
)
