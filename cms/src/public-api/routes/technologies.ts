// GET technologies
import { z } from 'zod'
import { countUses } from '../published/lines.ts'
import { route } from '../route.ts'
import { shape } from '../shapes/registry.ts'
import { technologyOf, technologyShape } from '../shapes/technology.ts'

const countedShape = shape(
  'CountedTechnology',
  z.object({
    ...technologyShape.shape,
    /** How many published ones name it. */
    projects: z.int().nonnegative(),
  }),
)

export const technologyRoutes = [
  route({
    path: 'technologies',
    summary: 'What projects are made with, all of it, and how many are made with each',
    query: z.strictObject({}),
    shape: shape('TechnologyList', z.object({ items: z.array(countedShape) })),
    load: async ({ payload, published }) => {
      const [{ docs }, projects] = await Promise.all([
        payload.find({
          collection: 'technologies',
          sort: ['order', 'name'],
          pagination: false,
          depth: 0,
          overrideAccess: false,
        }),
        published.projects(),
      ])
      const uses = countUses(projects)
      return {
        items: docs.map((doc) => ({ ...technologyOf(doc), projects: uses.get(doc.id) ?? 0 })),
      }
    },
  }),
]
