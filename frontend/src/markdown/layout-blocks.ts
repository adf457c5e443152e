// Blocks of a page that the owner laid out, as Markdown. Each lies directly under the page's title.
import type { LayoutBlock, LayoutBlockOf } from '../cms/shapes/page.ts'
import { codeBlock, quotation } from './body-blocks.ts'
import * as parts from './parts.ts'
import { richText } from './rich-text.ts'
import { heading, item, joined, paragraphs, table, words, wordsWithin } from './text.ts'
import type { Writing } from './writing.ts'

const LEVEL = 2

type Titled = Pick<
  LayoutBlockOf<'featureCards'>['cards'][number],
  'title' | 'text' | 'picture' | 'links'
>

const section = ({ title, text, picture, links }: Titled, level: number, writing: Writing) =>
  joined([
    title && heading(level, title),
    text && paragraphs(text),
    picture && parts.picture({ image: picture, caption: picture.caption }, writing),
    parts.links(links, writing),
  ])

const caseStudy = (block: LayoutBlockOf<'caseStudy'>, writing: Writing) => {
  const { sections, machine } = writing.t
  return joined([
    heading(LEVEL, block.title),
    heading(LEVEL + 1, sections.problem),
    paragraphs(block.problem),
    heading(LEVEL + 1, machine.approach),
    paragraphs(block.approach),
    heading(LEVEL + 1, machine.result),
    paragraphs(block.result),
    parts.describedFigures(block.figures),
    block.picture &&
      parts.picture({ image: block.picture, caption: block.picture.caption }, writing),
    block.project && parts.projectLinks([block.project], writing),
  ])
}

/** A cell has one line; where the first row is no head, the head is empty. */
const tableOf = ({ caption, hasHeaderRow, hasHeaderColumn, rows }: LayoutBlockOf<'table'>) => {
  const cells = rows.map((row) =>
    row.map((cell, at) => {
      const text = wordsWithin(cell.replaceAll(/\s+/g, ' ').trim())
      return hasHeaderColumn && at === 0 && text ? `**${text}**` : text
    }),
  )
  return joined([words(caption), table(hasHeaderRow ? cells : [[], ...cells])])
}

const technologyGroups = ({ title, groups }: LayoutBlockOf<'technologyGroups'>) =>
  joined([
    title && heading(LEVEL, title),
    groups
      .map(({ title: name, text, technologies }) =>
        item(
          joined([
            `**${wordsWithin(name)}**: ${parts.technologies(technologies)}`,
            text && paragraphs(text),
          ]),
        ),
      )
      .join('\n'),
  ])

export const layoutBlock = (block: LayoutBlock, writing: Writing): string => {
  const title = 'title' in block && block.title && heading(LEVEL, block.title)
  switch (block.type) {
    case 'hero':
      return section({ ...block, links: block.actions }, LEVEL, writing)
    case 'prose':
      return richText(block.body, writing)
    case 'caseStudy':
      return caseStudy(block, writing)
    case 'callToAction':
      return section({ ...block, picture: null, links: block.actions }, LEVEL, writing)
    case 'statBar':
      return parts.figures(block.stats)
    case 'featureCards':
      return joined([title, ...block.cards.map((card) => section(card, LEVEL + 1, writing))])
    case 'tabs':
      return joined([
        title,
        ...block.tabs.flatMap(({ label, sections }) => [
          heading(LEVEL + 1, label),
          ...sections.map((one) => section(one, LEVEL + 2, writing)),
        ]),
      ])
    case 'table':
      return tableOf(block)
    case 'projectList':
      return joined([title, parts.projectLinks(block.projects, writing)])
    case 'technologyGroups':
      return technologyGroups(block)
    case 'documents':
      return joined([title, parts.documents(block.documents, writing)])
    case 'gallery':
      return parts.gallery(block, LEVEL, writing)
    case 'code':
      return codeBlock(block)
    case 'quotation':
      return quotation(block, writing)
  }
}
