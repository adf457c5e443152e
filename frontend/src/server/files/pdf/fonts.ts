// The site's own face for PDFs: static weights, in the subsets that it comes in. Which subset writes which letter is in its tables.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { z } from 'zod'
import { writableSpaces } from '../../../writable-spaces.ts'

const WEIGHTS = { regular: 400, semibold: 600 } as const
export type Weight = keyof typeof WEIGHTS

/** Later ones are asked only for what earlier ones lack. */
const SUBSETS = ['latin', 'latin-ext', 'vietnamese', 'cyrillic-ext'] as const
type Subset = (typeof SUBSETS)[number]

/** Stands for a letter that no subset has. */
const UNKNOWN = '?'

const FACE = '@fontsource/hanken-grotesk'
const { resolve } = createRequire(import.meta.url)

const rangesSchema = z.record(z.string(), z.string())

/** `U+0100-02BA,U+2020` as pairs of first and last. */
const pairsOf = (ranges: string): [number, number][] =>
  ranges.split(',').map((range) => {
    const [first = '', last = first] = range.replace('U+', '').split('-')
    return [Number.parseInt(first, 16), Number.parseInt(last, 16)]
  })

const readRanges = (): Map<Subset, [number, number][]> => {
  const all = rangesSchema.parse(JSON.parse(readFileSync(resolve(`${FACE}/unicode.json`), 'utf8')))
  return new Map(SUBSETS.map((subset) => [subset, pairsOf(all[subset] ?? '')]))
}

let ranges: Map<Subset, [number, number][]> | undefined

const subsetOf = (letter: string): Subset | undefined => {
  ranges ??= readRanges()
  const code = letter.codePointAt(0) ?? 0
  for (const [subset, pairs] of ranges) {
    if (pairs.some(([first, last]) => code >= first && code <= last)) return subset
  }
  return undefined
}

export type Run = { font: string; text: string }

/** Name of a font of the PDF. */
const nameOf = (weight: Weight, subset: Subset) => `${weight}-${subset}`

/** The text in pieces that one font each can write; at least one. */
export const runsOf = (text: string, weight: Weight): Run[] => {
  const runs: Run[] = []
  for (const letter of writableSpaces(text.normalize('NFC'))) {
    const subset = subsetOf(letter)
    const font = nameOf(weight, subset ?? 'latin')
    const last = runs.at(-1)
    if (last?.font === font) last.text += subset ? letter : UNKNOWN
    else runs.push({ font, text: subset ? letter : UNKNOWN })
  }
  return runs.length > 0 ? runs : [{ font: nameOf(weight, 'latin'), text: '' }]
}

/** Files of all fonts, by the name that `runsOf` gives. */
export const fontFiles = (): [name: string, file: string][] =>
  (Object.keys(WEIGHTS) as Weight[]).flatMap((weight) =>
    SUBSETS.map((subset): [string, string] => [
      nameOf(weight, subset),
      resolve(`${FACE}/files/hanken-grotesk-${subset}-${WEIGHTS[weight]}-normal.woff`),
    ]),
  )
