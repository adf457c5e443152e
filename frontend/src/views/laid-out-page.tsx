// `/[slug]`: a page that the owner laid out, block by block. A hero on top is the page's head.
import type { LayoutBlock, LaidOutPage as PageContent } from '../cms/shapes/page.ts'
import { LayoutBlockView } from '../components/layout-block/layout-block.tsx'
import { PageHead } from '../components/page-head/page-head.tsx'
import { PageHero } from '../components/page-hero/page-hero.tsx'
import { keyed } from '../keyed.ts'

const hasActions = (block: LayoutBlock): boolean =>
  (block.type === 'hero' || block.type === 'callToAction') && block.actions.length > 0

export const LaidOutPage = ({ content: { title, layout } }: { content: PageContent }) => {
  const [first, ...others] = layout
  const hero = first?.type === 'hero' ? first : null
  const filled = layout.find(hasActions)
  return (
    <>
      {hero ? (
        <PageHero hero={hero} title={hero.title ?? title} />
      ) : (
        <PageHead title={title} lead={null} />
      )}
      <div className="stack">
        {keyed(hero ? others : layout).map(({ key, item, index }) => (
          <LayoutBlockView
            key={key}
            id={`part-${index + 1}`}
            block={item}
            isFilled={item === filled}
          />
        ))}
      </div>
    </>
  )
}
