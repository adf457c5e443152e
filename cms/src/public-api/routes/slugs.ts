// GET slugs
import { z } from 'zod'
import type { Lines } from '../published/lines.ts'
import { route } from '../route.ts'
import { shape } from '../shapes/registry.ts'

const addressesShape = z.array(
  shape('Address', z.object({ slug: z.string(), updatedAt: z.iso.datetime() })),
)

const addressesOf = ({ lines }: Lines): z.output<typeof addressesShape> =>
  lines.map(({ slug, updatedAt }) => ({ slug, updatedAt }))

export const slugRoutes = [
  route({
    path: 'slugs',
    summary: 'Everything published that has a page, by its slug, in the order of the lists',
    query: z.strictObject({}),
    shape: shape(
      'Slugs',
      z.object({
        projects: addressesShape,
        experiences: addressesShape,
        pages: addressesShape,
        /** Slugs of the projects whose source code can be read. */
        sources: z.array(z.string()),
      }),
    ),
    load: async ({ published }) => ({
      projects: addressesOf(await published.projects()),
      experiences: addressesOf(await published.experiences()),
      pages: addressesOf(await published.pages()),
      sources: [...(await published.readable()).keys()],
    }),
  }),
]
