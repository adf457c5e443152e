// Languages that the interface is written in. Which of them a site has is its owner's choice.

export const LANGUAGES = ['en', 'fr'] as const
export type Language = (typeof LANGUAGES)[number]

/** Its pages have no language in their address. */
export const DEFAULT_LANGUAGE: Language = 'en'

export const isLanguage = (value: unknown): value is Language =>
  LANGUAGES.some((language) => language === value)

/** What each language calls itself. */
export const LANGUAGE_NAMES: Record<Language, string> = { en: 'English', fr: 'Français' }

/** Month names and numbers are written as this locale has them. */
export const LOCALES: Record<Language, string> = { en: 'en-GB', fr: 'fr-FR' }
