// What projects are made with.
import { z } from 'zod'
import type { Technology as Stored } from '../../payload-types.ts'
import { shape, textOf } from './registry.ts'

export const technologyShape = shape(
  'Technology',
  z.object({
    slug: z.string(),
    name: z.string(),
    category: z.string(),
    icon: z.string().nullable(),
  }),
)

export type Technology = z.output<typeof technologyShape>

export const technologyOf = ({ slug, name, category, icon }: Stored): Technology => ({
  slug,
  name,
  category,
  icon: textOf(icon),
})
