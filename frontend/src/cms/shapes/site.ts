// Who the portfolio is about, and what is on every page.
import { z } from 'zod'
import { DEFAULT_LANGUAGE, isLanguage, type Language } from '../../i18n/languages.ts'
import { href, rows, text } from '../fields.ts'
import { maybeImage } from './image.ts'
import { linksSchema, seoSchema } from './parts.ts'

const social = z
  .object({ label: text, url: href })
  .transform(({ label, url }) => (label && url ? { label, href: url } : null))

/** Those that the site has pages in, the default one first. */
const spoken = (all: readonly string[]): Language[] => [
  DEFAULT_LANGUAGE,
  ...all.filter(isLanguage).filter((language) => language !== DEFAULT_LANGUAGE),
]
const languages = z.array(z.string())

export const siteSchema = z.object({
  name: text,
  title: text,
  intro: text,
  portrait: maybeImage,
  location: text,
  availabilityState: text,
  availability: text,
  email: z
    .email()
    .nullish()
    .catch(null)
    .transform((value) => value ?? null),
  navigation: linksSchema,
  socials: rows(social),
  hero: z
    .object({ heading: text, actions: linksSchema })
    .nullish()
    .transform((hero) => hero ?? { heading: null, actions: [] }),
  footer: text,
  footerLinks: linksSchema,
  titleSuffix: text,
  seo: seoSchema,
  /** What cannot be read is no consent of the owner. */
  countViews: z.boolean().catch(false),
  terminalNotice: text,
  languages: languages.nullish().transform((all) => spoken(all ?? [])),
})

export type Site = z.output<typeof siteSchema>

/** As the CMS gives it. All else may be empty, which must not be taken for a site that has lost everything. */
export const siteAnswerSchema = siteSchema.extend({ languages: languages.transform(spoken) })

/** Nobody has filled in the site yet. */
export const EMPTY_SITE: Site = siteSchema.parse({})
