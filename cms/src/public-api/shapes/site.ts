// Who the portfolio is about, and what is on every page.
import { z } from 'zod'
import type { Site as Stored } from '../../payload-types.ts'
import { shape, textOf } from './registry.ts'
import { seoOf, seoShape } from './seo.ts'

const text = z.string().nullable()

export const siteShape = shape(
  'Site',
  z.object({
    name: z.string(),
    title: z.string(),
    intro: z.string(),
    location: text,
    availability: text,
    email: text,
    navigation: z.array(z.object({ label: z.string(), href: z.string() })),
    socials: z.array(z.object({ label: z.string(), url: z.string() })),
    footer: text,
    seo: seoShape,
  }),
)

export type Site = z.output<typeof siteShape>

export const siteOf = (stored: Stored): Site => ({
  name: stored.name,
  title: stored.title,
  intro: stored.intro,
  location: textOf(stored.location),
  availability: textOf(stored.availability),
  email: textOf(stored.email),
  navigation: (stored.navigation ?? []).map(({ label, href }) => ({ label, href })),
  socials: (stored.socials ?? []).map(({ label, url }) => ({ label, url })),
  footer: textOf(stored.footer),
  seo: seoOf(stored.seo),
})
