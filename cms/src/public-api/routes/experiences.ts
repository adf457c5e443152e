// GET experiences, GET experiences/{slug}
import { z } from 'zod'
import { mayBeThere, ORDER } from '../published/lines.ts'
import { route } from '../route.ts'
import {
  EXPERIENCE_SUMMARY_FIELDS,
  experienceOf,
  experienceShape,
  experienceSummaryOf,
  experienceSummaryShape,
} from '../shapes/experience.ts'
import { shape } from '../shapes/registry.ts'
import { POPULATE } from './populate.ts'

/** Join fields are queries of their own. */
const NO_JOINS = false

export const experienceRoutes = [
  route({
    path: 'experiences',
    summary: 'Positions held, all of them',
    query: z.strictObject({}),
    shape: shape('ExperienceList', z.object({ items: z.array(experienceSummaryShape) })),
    load: async ({ payload, locale }) => {
      const { docs } = await payload.find({
        collection: 'experiences',
        sort: ORDER.experiences,
        pagination: false,
        depth: 1,
        select: EXPERIENCE_SUMMARY_FIELDS,
        populate: POPULATE,
        joins: NO_JOINS,
        locale,
        overrideAccess: false,
      })
      return { items: docs.map(experienceSummaryOf) }
    },
  }),
  route({
    path: 'experiences/{slug}',
    summary: 'One position, with the projects that belong to it',
    query: z.strictObject({}),
    shape: experienceShape,
    isThere: async ({ published, slug }) => mayBeThere(await published.experiences(), slug),
    load: async ({ payload, openRequest, slug, locale }) => {
      const { docs } = await payload.find({
        collection: 'experiences',
        where: { slug: { equals: slug } },
        limit: 1,
        pagination: false,
        depth: 1,
        populate: POPULATE,
        locale,
        overrideAccess: false,
        req: await openRequest(),
      })
      return docs[0] && experienceOf(docs[0])
    },
  }),
]
