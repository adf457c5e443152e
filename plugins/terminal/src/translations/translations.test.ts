import { describe, expect, test } from '@jest/globals'
import type { Config } from 'payload'
import { translations } from './index.ts'
import { withWords } from './with-words.ts'

const placeholders = (text: string) => (text.match(/\{\{\w+\}\}/g) ?? []).sort()

test('every language says everything, with the same places for values', () => {
  const { en, ...others } = translations
  for (const words of Object.values(others)) {
    expect(Object.keys(words.terminal).sort()).toEqual(Object.keys(en.terminal).sort())
    for (const [key, text] of Object.entries(words.terminal)) {
      const english = en.terminal[key as keyof typeof en.terminal]
      expect([key, placeholders(text)]).toEqual([key, placeholders(english)])
    }
  }
})

describe('a host that speaks other languages', () => {
  const i18n = {
    supportedLanguages: { de: {}, fr: {} },
    translations: { de: { shop: { open: 'Auf' }, terminal: { end: 'Beenden' } } },
  } as unknown as Config['i18n']
  const words = withWords(i18n) as Record<string, Record<string, Record<string, string>>>

  test('gets English where there is no word of its own, and keeps what it says', () => {
    const { en } = translations
    expect(words.de).toEqual({
      shop: { open: 'Auf' },
      terminal: { ...en.terminal, end: 'Beenden' },
    })
  })

  test('gets the languages of the plugin as they are', () => {
    expect(words.fr).toEqual(translations.fr)
    expect(words.en).toEqual(translations.en)
    expect(withWords(undefined)).toEqual(translations)
  })
})
