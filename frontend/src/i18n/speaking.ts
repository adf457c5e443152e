// One language's words and addresses, for pages and for what is written beside them. It knows nothing of React.
import { localHref, type Place, pathOf } from '../routes.ts'
import { en, type Strings } from './en.ts'
import { fr } from './fr.ts'
import type { Language } from './languages.ts'

const CATALOGUES: Record<Language, Strings> = { en, fr }

export const stringsOf = (language: Language): Strings => CATALOGUES[language]

export type Speaking = {
  language: Language
  t: Strings
  /** The address of a page in this language. */
  pathTo: (place: Place) => string
  /** An address that an owner wrote: a page of the site leads to the same page in this language. */
  local: (href: string) => string
}

export const speakingOf = (language: Language): Speaking => ({
  language,
  t: stringsOf(language),
  pathTo: (place) => pathOf({ ...place, language }),
  local: (href) => localHref(href, language),
})
