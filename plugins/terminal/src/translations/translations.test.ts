import { expect, test } from '@jest/globals'
import { translations } from './index.ts'

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
