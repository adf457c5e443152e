// Languages that content is written in. The interface of the site has its own list, of the same codes.

export const LANGUAGES = [
  { code: 'en', label: 'English' },
  { code: 'fr', label: 'Français' },
] as const

export type Language = (typeof LANGUAGES)[number]['code']

/** Everything is written in it first; it stands in wherever a translation is missing. */
export const DEFAULT_LANGUAGE: Language = 'en'

export const CODES = LANGUAGES.map(({ code }) => code)

/** Those that a site may have beside the default one. */
export const FURTHER = LANGUAGES.filter(({ code }) => code !== DEFAULT_LANGUAGE)

export const isLanguage = (value: unknown): value is Language =>
  LANGUAGES.some(({ code }) => code === value)

/** The language that is meant, or the default one for whatever else somebody asked for. */
export const languageOf = (value: unknown): Language =>
  isLanguage(value) ? value : DEFAULT_LANGUAGE

export const labelOf = (language: Language): string =>
  LANGUAGES.find(({ code }) => code === language)?.label ?? language

/** Whether what is read or written is a translation: all that is not in the default language. */
export const isTranslation = (locale: string | null | undefined): boolean =>
  isLanguage(locale) && locale !== DEFAULT_LANGUAGE

/** For Payload's configuration. */
export const localization = {
  locales: LANGUAGES.map(({ code, label }) => ({ code, label })),
  defaultLocale: DEFAULT_LANGUAGE,
  fallback: true,
}
