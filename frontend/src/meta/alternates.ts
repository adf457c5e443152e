// The same page in every language of the site, for search engines. Pure.
import { DEFAULT_LANGUAGE, type Language } from '../i18n/languages.ts'
import { type Place, pathOf } from '../routes.ts'

/** `language`: as in `hreflang`; `x-default` is for readers of all other languages. */
export type Alternate = { language: Language | 'x-default'; path: string }

/** Empty where there is only one language. */
export const alternatesOf = (languages: readonly Language[], place: Place): Alternate[] => {
  if (languages.length < 2) return []
  const all = languages.map((language) => ({ language, path: pathOf({ ...place, language }) }))
  const path = pathOf({ ...place, language: DEFAULT_LANGUAGE })
  return [...all, { language: 'x-default', path }]
}
