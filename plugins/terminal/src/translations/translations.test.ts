import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
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

describe('the components', () => {
  const folder = join(import.meta.dirname, '..')
  const source = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !/test\.ts$|^translations\/|^client\//.test(path))
    .map((path) => readFileSync(join(folder, path), 'utf8'))
    .join('\n')
  const found = (pattern: RegExp) => [...source.matchAll(pattern)].map(([, name = '']) => name)
  const known = Object.keys(translations.en.terminal)

  test('use every word that is there', () => {
    const quoted = new Set(found(/'(?:terminal:)?(\w+)'/g))
    const beginnings = found(/`(?:terminal:)?(\w+_)\$\{/g)
    const isUsed = (key: string) =>
      quoted.has(key) || beginnings.some((beginning) => key.startsWith(beginning))
    expect(known.filter((key) => !isUsed(key))).toEqual([])
  })

  test('use no word that is not there', () => {
    const used = [...found(/\bsay\('(\w+)'/g), ...found(/'terminal:(\w+)'/g)]
    expect(used.length).toBeGreaterThan(20)
    expect(used.filter((key) => !known.includes(key))).toEqual([])
  })
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
