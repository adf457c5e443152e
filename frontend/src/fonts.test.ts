// The fonts that browsers load have all letters of the site's languages, the weights of its styles, and few bytes.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { buildAssets } from '../assets.mjs'
import { WEIGHTS } from '../fonts.mjs'
import { en } from './i18n/en.ts'
import { fr } from './i18n/fr.ts'

type Font = {
  variationAxes: Record<string, { min: number; max: number }>
  hasGlyphForCodePoint: (point: number) => boolean
}
const ofPdfkit = createRequire(createRequire(import.meta.url).resolve('pdfkit'))
const { create } = ofPdfkit('fontkit') as { create: (bytes: Buffer) => Font }

/** On their way, in bytes; woff2 is compressed already. */
const BUDGETS = { 'hanken-grotesk': 22_000, 'jetbrains-mono': 30_000 }
const NAMES = Object.keys(BUDGETS) as (keyof typeof BUDGETS)[]

/** Every string of a catalogue; words that depend on something are functions and left out. */
const wordsOf = (value: unknown): string => {
  if (typeof value === 'string') return value
  if (typeof value !== 'object' || value === null) return ''
  return Object.values(value).map(wordsOf).join('')
}

let out: string
const bytesOf = (name: string) => {
  const file = readdirSync(out).find((each) => each.startsWith(name) && each.endsWith('.woff2'))
  return readFileSync(join(out, file ?? ''))
}

beforeAll(async () => {
  out = mkdtempSync(join(tmpdir(), 'fonts-'))
  await buildAssets({ out })
})
afterAll(() => rmSync(out, { recursive: true, force: true }))

describe.each(NAMES)('%s', (name) => {
  test('keeps to its budget', () => {
    expect(bytesOf(name).byteLength).toBeLessThanOrEqual(BUDGETS[name])
  })

  test('has the weights that its styles are told of', () => {
    const weights = WEIGHTS[`@fontsource-variable/${name}`]
    expect(create(bytesOf(name)).variationAxes.wght).toMatchObject(weights)
    const styles = readFileSync(new URL('styles/fonts.css', import.meta.url), 'utf8')
    const rule = styles.split('@font-face').find((each) => each.includes(`/${name}-latin`))
    expect(rule).toContain(`font-weight: ${weights.min} ${weights.max};`)
  })

  test('has the letters of Latin languages', () => {
    const font = create(bytesOf(name))
    const letters = 'AZaz09 ÀÂÆÇÉÈÊËÎÏÔŒÙÛÜàâæçéèêëîïôœùûüÿßñåø«»‹›“”‘’–—…€'
    const missing = [...letters].filter(
      (letter) => !font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0),
    )
    expect(missing).toEqual([])
  })
})

test('the words of the site need no other font', () => {
  const font = create(bytesOf('hanken-grotesk'))
  // A narrow space that does not break is in few fonts; any will do for it.
  const words = (wordsOf(en) + wordsOf(fr)).replaceAll('\u202f', ' ')
  const missing = [...new Set(words)].filter(
    (letter) => !font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0),
  )
  expect(missing).toEqual([])
})
