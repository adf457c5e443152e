// GET site
import { z } from 'zod'
import { route } from '../route.ts'
import { siteOf, siteShape } from '../shapes/site.ts'

export const siteRoutes = [
  route({
    path: 'site',
    summary: 'Who the portfolio is about, and what is on every page',
    query: z.strictObject({}),
    shape: siteShape,
    load: async ({ payload, locale }) => {
      const [site, terminal] = await Promise.all([
        payload.findGlobal({ slug: 'site', depth: 1, locale, overrideAccess: false }),
        // Of how terminals are set up visitors read this and nothing else.
        payload.findGlobal({
          slug: 'terminal',
          select: { notice: true },
          depth: 0,
          locale,
          overrideAccess: true,
        }),
      ])
      // Nobody has filled it in yet.
      return site.name ? siteOf(site, terminal) : undefined
    },
  }),
]
