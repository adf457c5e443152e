// The language of the page that is being drawn, for every component in it.
import { createContext, type ReactNode, useContext } from 'react'
import { localHref, type Place, pathOf } from '../routes.ts'
import { en, type Strings } from './en.ts'
import { fr } from './fr.ts'
import { DEFAULT_LANGUAGE, type Language } from './languages.ts'

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

const speakingOf = (language: Language): Speaking => ({
  language,
  t: stringsOf(language),
  pathTo: (place) => pathOf({ ...place, language }),
  local: (href) => localHref(href, language),
})

const Context = createContext<Speaking>(speakingOf(DEFAULT_LANGUAGE))

export const Speaks = ({ language, children }: { language: Language; children: ReactNode }) => (
  <Context value={speakingOf(language)}>{children}</Context>
)

export const useLanguage = (): Speaking => useContext(Context)
