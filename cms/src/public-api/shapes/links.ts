// Things to follow: words, and an address or a path of the site.
import { z } from 'zod'
import type { Site } from '../../payload-types.ts'

export const linksShape = z.array(z.object({ label: z.string(), href: z.string() }))

export const linksOf = (stored: Site['navigation']): z.output<typeof linksShape> =>
  (stored ?? []).map(({ label, href }) => ({ label, href }))
