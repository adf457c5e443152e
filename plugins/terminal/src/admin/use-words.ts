'use client'
// The plugin's words in the language of whoever works in the admin.
import { useTranslation } from '@payloadcms/ui'
import type { WordKey } from '../translations/index.ts'

export type Say = (word: keyof WordsOf, values?: Record<string, string | number>) => string
type WordsOf = { [Key in WordKey as Key extends `terminal:${infer Word}` ? Word : never]: string }

export const useWords = (): { say: Say; locale: string } => {
  const { t, i18n } = useTranslation<Record<string, unknown>, WordKey>()
  return {
    say: (word, values) => t(`terminal:${word}` as WordKey, values),
    locale: i18n.language,
  }
}
