// Who the portfolio is about, and what is on every page.
import { z } from 'zod'
import { DEFAULT_LANGUAGE, isLanguage } from '../../languages/languages.ts'
import type { Site as Stored, Terminal } from '../../payload-types.ts'
import { imageOf, imageShape } from './image.ts'
import { linksOf, linksShape } from './links.ts'
import { shape, textOf } from './registry.ts'
import { seoOf, seoShape } from './seo.ts'

const text = z.string().nullable()

export const siteShape = shape(
  'Site',
  z.object({
    name: z.string(),
    title: z.string(),
    intro: z.string(),
    portrait: imageShape.nullable(),
    location: text,
    availabilityState: text,
    availability: text,
    email: text,
    navigation: linksShape,
    socials: z.array(z.object({ label: z.string(), url: z.string() })),
    hero: z.object({ heading: text, actions: linksShape }),
    footer: text,
    footerLinks: linksShape,
    titleSuffix: text,
    seo: seoShape,
    countViews: z.boolean(),
    /** What visitors shall know of all terminals now. */
    terminalNotice: text,
    /** Codes of those that visitors may choose, the default one first. */
    languages: z.array(z.string()),
  }),
)

export type Site = z.output<typeof siteShape>

export const siteOf = (stored: Stored, terminal: Pick<Terminal, 'notice'>): Site => ({
  name: stored.name,
  title: stored.title,
  intro: stored.intro,
  portrait: imageOf(stored.portrait),
  location: textOf(stored.location),
  availabilityState: stored.availabilityState ?? null,
  availability: textOf(stored.availability),
  email: textOf(stored.email),
  navigation: linksOf(stored.navigation),
  socials: (stored.socials ?? []).map(({ label, url }) => ({ label, url })),
  hero: { heading: textOf(stored.hero?.heading), actions: linksOf(stored.hero?.actions) },
  footer: textOf(stored.footer),
  footerLinks: linksOf(stored.footerLinks),
  titleSuffix: textOf(stored.titleSuffix),
  seo: seoOf(stored.seo),
  countViews: stored.countViews !== false,
  terminalNotice: textOf(terminal.notice),
  languages: [
    DEFAULT_LANGUAGE,
    ...(stored.languages ?? []).filter((code) => isLanguage(code) && code !== DEFAULT_LANGUAGE),
  ],
})
