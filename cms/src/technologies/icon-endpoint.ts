// GET /technologies/icons?q=&from=: marks to choose from, for staff, a portion at a time and drawn.
import { json } from '@shellfolio/payload-terminal/endpoint'
import type { Endpoint } from 'payload'
import { z } from 'zod'
import { staff } from '../access/rules.ts'
import { answering } from '../answering.ts'
import { CmsRefusal } from '../errors.ts'
import { ICONS } from '../limits.ts'
import { iconPath } from './icon-path.ts'
import { searchIcons } from './icons.ts'

const asked = z.object({
  q: z.string().max(ICONS.maxQueryCharacters).default(''),
  from: z.coerce.number().int().min(0).max(100_000).default(0),
})

/** Answers `{icons: [{slug, title, path}], total}`, those from number `from` on; `path` is drawn in a square of 24. */
export const iconEndpoint: Omit<Endpoint, 'root'> = {
  path: '/icons',
  method: 'get',
  handler: answering(async (req) => {
    if (!staff({ req })) throw new CmsRefusal('not-allowed')
    const { data } = asked.safeParse(Object.fromEntries(req.searchParams))
    if (!data) throw new CmsRefusal('bad-request')
    const found = await searchIcons(data.q)
    const icons = await Promise.all(
      found
        .slice(data.from, data.from + ICONS.portion)
        .map(async ({ slug, title }) => ({ slug, title, path: await iconPath(slug) })),
    )
    return json({ icons, total: found.length })
  }),
}
