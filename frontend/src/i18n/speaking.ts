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
  /** The path of the page that is being drawn. */
  here: string
  /** The address of a page in this language. */
  pathTo: (place: Place) => string
  /** An address that an owner wrote: a page of the site leads to the same page in this language. */
  local: (href: string) => string
}

const HOME: Place = { page: 'home' }

/** `here`: the page that is being drawn. */
export const speakingOf = (language: Language, here: Place = HOME): Speaking => ({
  language,
  t: stringsOf(language),
  here: pathOf({ ...here, language }),
  pathTo: (place) => pathOf({ ...place, language }),
  local: (href) => localHref(href, language),
})
