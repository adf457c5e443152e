// GET technologies
import { z } from 'zod'
import { route } from '../route.ts'
import { shape } from '../shapes/registry.ts'
import { technologyOf, technologyShape } from '../shapes/technology.ts'

export const technologyRoutes = [
  route({
    path: 'technologies',
    summary: 'What projects are made with, all of it',
    query: z.strictObject({}),
    shape: shape('TechnologyList', z.object({ items: z.array(technologyShape) })),
    load: async ({ payload }) => {
      const { docs } = await payload.find({
        collection: 'technologies',
        sort: ['order', 'name'],
        pagination: false,
        depth: 0,
        overrideAccess: false,
      })
      return { items: docs.map(technologyOf) }
    },
  }),
]
