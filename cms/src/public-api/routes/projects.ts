// GET projects, GET projects/{slug}
import { publishedRecording } from '@shellfolio/payload-terminal/recordings'
import type { Where } from 'payload'
import { z } from 'zod'
import { PUBLISHED } from '../../access/rules.ts'
import { KINDS } from '../../fields/project-kinds.ts'
import { neighboursOf, ORDER } from '../published.ts'
import { pageParameters, slugText } from '../query.ts'
import { route } from '../route.ts'
import { enabledDemo } from '../shapes/demo.ts'
import { listOf, listShape } from '../shapes/list.ts'
import {
  projectOf,
  projectShape,
  projectSummaryOf,
  projectSummaryShape,
  SUMMARY_FIELDS,
} from '../shapes/project.ts'
import { shape } from '../shapes/registry.ts'
import { POPULATE, POPULATE_WITH_DEMO } from './populate.ts'

/** The orders that there are, each with one that no two projects share at its end. */
const SORTS = {
  order: ORDER.projects,
  title: ['title', 'id'],
  updated: ['-updatedAt', 'id'],
} satisfies Record<string, string[]>

const listQuery = z.strictObject({
  ...pageParameters,
  kind: z.enum(KINDS).optional(),
  technology: slugText.optional(),
  experience: slugText.optional(),
  featured: z.enum(['true', 'false']).optional(),
  sort: z.enum(['order', 'title', 'updated']).default('order'),
})

const whereOf = ({
  kind,
  technology,
  experience,
  featured,
}: z.output<typeof listQuery>): Where => ({
  and: [
    PUBLISHED,
    ...(kind ? [{ kind: { equals: kind } }] : []),
    ...(technology ? [{ 'technologies.slug': { equals: technology } }] : []),
    ...(experience ? [{ 'experience.slug': { equals: experience } }] : []),
    ...(featured ? [{ featured: { equals: featured === 'true' } }] : []),
  ],
})

export const projectRoutes = [
  route({
    path: 'projects',
    summary: 'Published projects, a page at a time',
    query: listQuery,
    shape: shape('ProjectList', listShape(projectSummaryShape)),
    load: async ({ payload, query }) => {
      const found = await payload.find({
        collection: 'projects',
        where: whereOf(query),
        sort: SORTS[query.sort],
        page: query.page,
        limit: query.pageSize,
        depth: 1,
        select: SUMMARY_FIELDS,
        populate: POPULATE,
        overrideAccess: false,
      })
      return listOf(found, query, projectSummaryOf)
    },
  }),
  route({
    path: 'projects/{slug}',
    summary: 'One published project',
    query: z.strictObject({}),
    shape: projectShape,
    load: async ({ payload, published, slug }) => {
      const { docs } = await payload.find({
        collection: 'projects',
        where: { and: [PUBLISHED, { slug: { equals: slug } }] },
        limit: 1,
        pagination: false,
        depth: 1,
        populate: POPULATE_WITH_DEMO,
        overrideAccess: false,
      })
      const [doc] = docs
      if (!doc) return undefined
      const demo = enabledDemo(doc.demo)
      const [recording, lines] = await Promise.all([
        demo && publishedRecording(payload, demo.id),
        published.projects(),
      ])
      return projectOf(doc, { recording, ...neighboursOf(lines, slug) })
    },
  }),
]
