// Puts the plugin's words into every language that the host's admin speaks.
import type { Config } from 'payload'
import { translations } from './index.ts'

type I18n = NonNullable<Config['i18n']>
type Translations = NonNullable<I18n['translations']>

/** What a language lacks is said in English. The host's own words for it, `terminal` in its translations, come first. */
export const withWords = (i18n: Config['i18n']): Translations => {
  const theirs = (i18n?.translations ?? {}) as Record<string, { terminal?: object }>
  const ours: Record<string, { terminal: object }> = translations
  const { en } = translations
  const languages = new Set([
    ...Object.keys(translations),
    ...Object.keys(i18n?.supportedLanguages ?? {}),
    ...Object.keys(theirs),
  ])
  const words = [...languages].map((language) => {
    const terminal = { ...en.terminal, ...ours[language]?.terminal, ...theirs[language]?.terminal }
    return [language, { ...theirs[language], terminal }]
  })
  return Object.fromEntries(words) as Translations
}
