// GET redirects
import { z } from 'zod'
import { servedRedirects } from '../../redirects/serve.ts'
import { route } from '../route.ts'
import { shape } from '../shapes/registry.ts'

const redirectShape = z.object({
  from: z.string(),
  /** A path on the site, or a whole address. */
  to: z.string(),
  status: z.int(),
})

export const redirectRoutes = [
  route({
    path: 'redirects',
    summary: 'Old addresses that lead on, to what is published',
    query: z.strictObject({}),
    shape: shape('RedirectList', z.object({ items: z.array(redirectShape) })),
    load: async ({ payload }) => ({ items: await servedRedirects(payload) }),
  }),
]
