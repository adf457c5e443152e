// A page that is no project, as a line of a list and whole.
import { z } from 'zod'
import type { Page as Stored } from '../../payload-types.ts'
import { listBlocks } from './layout-list-blocks.ts'
import { textBlocks } from './layout-text-blocks.ts'
import { shape } from './registry.ts'
import { seoOf, seoShape } from './seo.ts'
import { blockOf, shapesOf } from './shaped-block.ts'
import { codeShaped, galleryShaped, quotationShaped } from './shared-blocks.ts'

const BLOCKS = [...textBlocks, ...listBlocks, galleryShaped, codeShaped, quotationShaped] as const

const layoutBlockShape = shape('LayoutBlock', z.discriminatedUnion('type', shapesOf(BLOCKS)))

export const pageSummaryShape = shape(
  'PageSummary',
  z.object({ slug: z.string(), title: z.string(), updatedAt: z.iso.datetime() }),
)

export const pageShape = shape(
  'Page',
  z.object({
    ...pageSummaryShape.shape,
    /** From top to bottom. */
    layout: z.array(layoutBlockShape),
    seo: seoShape,
  }),
)

export type PageSummary = z.output<typeof pageSummaryShape>
export type Page = z.output<typeof pageShape>

export const pageSummaryOf = ({
  slug,
  title,
  updatedAt,
}: Pick<Stored, 'slug' | 'title' | 'updatedAt'>): PageSummary => ({ slug, title, updatedAt })

/** The projects of its project lists are those that the lists show, as `listedProjects` finds them. */
export const pageOf = (doc: Stored): Page => ({
  ...pageSummaryOf(doc),
  layout: (doc.layout ?? []).flatMap((block) => blockOf(BLOCKS, block) ?? []),
  seo: seoOf(doc.seo),
})
