// A block of a laid out page, by its kind.
import type { LayoutBlock } from '../../cms/shapes/page.ts'
import { CallToAction } from '../call-to-action/call-to-action.tsx'
import { CaseStudy } from '../case-study/case-study.tsx'
import { DataTable } from '../data-table/data-table.tsx'
import { Documents } from '../documents/documents.tsx'
import { Sections } from '../feature-cards/sections.tsx'
import { Gallery } from '../gallery/gallery.tsx'
import { InnerHero } from '../page-hero/page-hero.tsx'
import { ProjectList } from '../project-list/project-list.tsx'
import { CodeBlock } from '../prose/code-block.tsx'
import { Prose } from '../prose/prose.tsx'
import { Quotation } from '../quotation/quotation.tsx'
import { Stats } from '../stats/stats.tsx'
import { Tabs } from '../tabs/tabs.tsx'
import { TechnologyGroups } from '../technology-groups/technology-groups.tsx'
import { innerLevel, Part } from './part.tsx'

/** `id`: names the block on its page. `isFilled`: the first of its actions is the page's. */
type LayoutBlockProps = { id: string; block: LayoutBlock; isFilled: boolean }

export const LayoutBlockView = ({ id, block, isFilled }: LayoutBlockProps) => {
  switch (block.type) {
    case 'hero':
      return <InnerHero hero={block} isFilled={isFilled} />
    case 'prose':
      return (
        <Part id={id} heading={null}>
          <Prose nodes={block.body} level={2} name={id} />
        </Part>
      )
    case 'caseStudy':
      return (
        <Part id={id} heading={block.title}>
          <CaseStudy study={block} />
        </Part>
      )
    case 'callToAction':
      return <CallToAction id={id} call={block} isFilled={isFilled} />
    case 'statBar':
      return (
        <Part id={id} heading={null} isWide>
          <Stats stats={block.stats} />
        </Part>
      )
    case 'featureCards':
      return (
        <Part id={id} heading={block.title}>
          <Sections sections={block.cards} level={innerLevel(block.title)} />
        </Part>
      )
    case 'tabs':
      return (
        <Part id={id} heading={block.title}>
          <Tabs id={`${id}-tabs`} tabs={block.tabs} />
        </Part>
      )
    case 'table':
      return (
        <Part id={id} heading={null}>
          <DataTable id={id} table={block} />
        </Part>
      )
    case 'projectList':
      return (
        <Part id={id} heading={block.title} isWide>
          <ProjectList projects={block.projects} level={innerLevel(block.title)} />
        </Part>
      )
    case 'technologyGroups':
      return (
        <Part id={id} heading={block.title}>
          <TechnologyGroups groups={block.groups} level={innerLevel(block.title)} />
        </Part>
      )
    case 'documents':
      return (
        <Part id={id} heading={block.title}>
          <Documents documents={block.documents} />
        </Part>
      )
    case 'gallery':
      return (
        <Part id={id} heading={block.name} isWide>
          <Gallery gallery={{ ...block, name: null }} />
        </Part>
      )
    case 'code':
      return (
        <Part id={id} heading={null}>
          <CodeBlock {...block} name={id} />
        </Part>
      )
    case 'quotation':
      return (
        <Part id={id} heading={null}>
          <Quotation quotation={block} />
        </Part>
      )
  }
}
