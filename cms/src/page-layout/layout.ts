// The blocks that a page is made of, in the order in which the admin offers them.
import type { Block } from 'payload'
import { codeBlock } from '../blocks/code.ts'
import { galleryBlock } from '../blocks/gallery.ts'
import { quoteBlock } from '../blocks/quote.ts'
import {
  documentsBlock,
  featureCardsBlock,
  statBarBlock,
  tabsBlock,
  technologyGroupsBlock,
} from './list-blocks.ts'
import { projectListBlock } from './project-list.ts'
import { tableBlock } from './table.ts'
import { callToActionBlock, caseStudyBlock, heroBlock, proseBlock } from './text-blocks.ts'

export const layoutBlocks: Block[] = [
  heroBlock,
  proseBlock,
  caseStudyBlock,
  statBarBlock,
  featureCardsBlock,
  tabsBlock,
  tableBlock,
  projectListBlock,
  technologyGroupsBlock,
  galleryBlock,
  codeBlock,
  quoteBlock,
  documentsBlock,
  callToActionBlock,
]
