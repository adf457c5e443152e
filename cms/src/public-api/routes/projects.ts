// GET projects, GET projects/{slug}
import { publishedRecording } from '@shellfolio/payload-terminal/recordings'
import { z } from 'zod'
import { PUBLISHED } from '../../access/rules.ts'
import { lastTryOf } from '../../demos/last-try.ts'
import { KINDS } from '../../fields/project-kinds.ts'
import { chooseProjects } from '../published/choose.ts'
import { mayBeThere, neighboursOf } from '../published/lines.ts'
import { pageParameters, slugText } from '../query.ts'
import { route } from '../route.ts'
import { enabledDemo } from '../shapes/demo.ts'
import { listOf, listShape } from '../shapes/list.ts'
import { projectOf, projectShape, projectSummaryShape } from '../shapes/project.ts'
import { shape } from '../shapes/registry.ts'
import { POPULATE_WITH_DEMO } from './populate.ts'

const listQuery = z.strictObject({
  ...pageParameters,
  kind: z.enum(KINDS).optional(),
  technology: slugText.optional(),
  experience: slugText.optional(),
  featured: z.enum(['true', 'false']).optional(),
  sort: z.enum(['order', 'title', 'updated']).default('order'),
})

export const projectRoutes = [
  route({
    path: 'projects',
    summary: 'Published projects, a page at a time',
    query: listQuery,
    kind: 'lists',
    shape: shape('ProjectList', listShape(projectSummaryShape)),
    load: async ({ published, query, locale }) => {
      const { featured, ...choice } = query
      const ids = await chooseProjects(published, {
        ...choice,
        locale,
        featured: featured && featured === 'true',
      })
      return listOf(ids, query, (some) => published.summaries(some, locale))
    },
  }),
  route({
    path: 'projects/{slug}',
    summary: 'One published project',
    query: z.strictObject({}),
    shape: projectShape,
    isThere: async ({ published, slug }) => mayBeThere(await published.projects(), slug),
    load: async ({ payload, openRequest, published, slug, locale }) => {
      const { docs } = await payload.find({
        collection: 'projects',
        where: { and: [PUBLISHED, { slug: { equals: slug } }] },
        limit: 1,
        pagination: false,
        depth: 1,
        populate: POPULATE_WITH_DEMO,
        locale,
        overrideAccess: false,
        req: await openRequest(),
      })
      const [doc] = docs
      if (!doc) return undefined
      const demo = enabledDemo(doc.demo)
      const [recording, lastTry, lines, readable] = await Promise.all([
        demo && publishedRecording(payload, demo.id),
        demo && lastTryOf(payload, demo.id),
        published.projects(locale),
        published.readable(),
      ])
      return projectOf(doc, {
        recording,
        lastTry,
        hasSource: readable.has(slug),
        ...neighboursOf(lines, slug),
      })
    },
  }),
]
