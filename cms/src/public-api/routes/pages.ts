// GET pages, GET pages/{slug}
import { z } from 'zod'
import { PUBLISHED } from '../../access/rules.ts'
import { mayBeThere } from '../published/lines.ts'
import { pageParameters } from '../query.ts'
import { route } from '../route.ts'
import { listOf, listShape } from '../shapes/list.ts'
import { pageOf, pageShape, pageSummaryOf, pageSummaryShape } from '../shapes/page.ts'
import { shape } from '../shapes/registry.ts'
import { withListedProjects } from './listed-projects.ts'
import { POPULATE } from './populate.ts'

export const pageRoutes = [
  route({
    path: 'pages',
    summary: 'Published pages that are no projects, a page of the list at a time',
    query: z.strictObject(pageParameters),
    kind: 'lists',
    shape: shape('PageList', listShape(pageSummaryShape)),
    load: async ({ published, query, locale }) => {
      const { lines } = await published.pages(locale)
      return listOf(lines, query, (entries) => entries.map(pageSummaryOf))
    },
  }),
  route({
    path: 'pages/{slug}',
    summary: 'One published page, block by block',
    query: z.strictObject({}),
    shape: pageShape,
    isThere: async ({ published, slug }) => mayBeThere(await published.pages(), slug),
    load: async ({ payload, openRequest, slug, locale }) => {
      const { docs } = await payload.find({
        collection: 'pages',
        where: { and: [PUBLISHED, { slug: { equals: slug } }] },
        limit: 1,
        pagination: false,
        depth: 1,
        populate: POPULATE,
        locale,
        overrideAccess: false,
        req: await openRequest(),
      })
      const [doc] = docs
      if (!doc) return undefined
      return pageOf({ ...doc, layout: await withListedProjects(payload, doc.layout, locale) })
    },
  }),
]
