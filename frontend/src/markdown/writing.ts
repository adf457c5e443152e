// What every part of a Markdown page needs to know: the language, and where its links lead.
import { stringsOf } from '../i18n/context.tsx'
import type { Strings } from '../i18n/en.ts'
import { DEFAULT_LANGUAGE, type Language } from '../i18n/languages.ts'
import { markdownPath } from '../machine-paths.ts'
import { type Place, routeOfPath } from '../routes.ts'

export type Writing = {
  t: Strings
  language: Language
  /** The Markdown of another page, at its whole address. */
  linkTo: (place: Place) => string
  /** The whole address of what the CMS or an owner gave: a page of the site becomes its Markdown. */
  hrefOf: (href: string) => string
  /** The level of a heading within a text that lies under a heading of level 2. */
  headingLevel: (level: number) => number
}

/** A text's own headings lie one level under the section's. */
const headingLevel = (level: number) => Math.min(Math.max(level, 2) + 1, 6)

export const writingOf = (language: Language, siteUrl: string): Writing => ({
  t: stringsOf(language),
  language,
  linkTo: (place) => `${siteUrl}${markdownPath({ ...place, language })}`,
  hrefOf: (href) => {
    if (!href.startsWith('/')) return href
    const [, path = '', rest = ''] = /^([^?#]*)(.*)$/.exec(href) ?? []
    const { language: own, ...place } = routeOfPath(path)
    const isPage = place.page !== 'missing' && !rest.startsWith('?')
    const route = { ...place, language: own === DEFAULT_LANGUAGE ? language : own }
    return isPage ? `${siteUrl}${markdownPath(route)}` : `${siteUrl}${href}`
  },
  headingLevel,
})
