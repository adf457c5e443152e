// Puts a translation into a document that is there. Its rows keep the ids by which they are known: a row without its own would
// be a new one, which has lost all other languages.
import { SAME, type TranslatedBody } from './content/translation.ts'
import type { SeedBlock } from './content/types.ts'
import { toEditorState } from './lexical.ts'

type Data = Record<string, unknown>

const dataOf = (value: unknown): Data =>
  typeof value === 'object' && value !== null ? (value as Data) : {}

const rowsOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

const bodyOf = (told: TranslatedBody, english: SeedBlock[]): SeedBlock[] =>
  told.map((block, index) => {
    const same = english[index]
    if (block !== SAME) return block
    if (!same) throw new RangeError('A translation has more blocks than what it translates.')
    return same
  })

/** What says which row it is. */
const identityOf = (row: unknown): Data => {
  const { id, blockType } = dataOf(row)
  return { id, ...(blockType === undefined ? {} : { blockType }) }
}

/** The texts of a table, row by row, in the cells that are there. */
const cellsOf = (told: string[][], stored: unknown): Data[] =>
  told.map((texts, at) => {
    const row = rowsOf(stored)[at]
    const cells = rowsOf(dataOf(row).cells)
    return {
      ...identityOf(row),
      cells: texts.map((text, column) => ({ ...identityOf(cells[column]), text })),
    }
  })

const isTable = (told: unknown[]): told is string[][] => told.every(Array.isArray)
const isList = (told: unknown[]): told is string[] => told.every((item) => typeof item === 'string')

type Field = { name: string; told: unknown; english: unknown; stored: unknown }

const fieldData = ({ name, told, english, stored }: Field): unknown => {
  if (name === 'body') {
    return toEditorState(bodyOf(told as TranslatedBody, rowsOf(english) as SeedBlock[]))
  }
  if (Array.isArray(told)) {
    if (told.length !== rowsOf(stored).length)
      throw new RangeError(`The translation of “${name}” has other rows than what it translates.`)
    if (isTable(told)) return cellsOf(told, stored)
    if (isList(told)) return told
    return told.map((row, at) => {
      const [own, mine] = [rowsOf(stored)[at], rowsOf(english)[at]]
      return { ...translatedData(row, mine, own), ...identityOf(own) }
    })
  }
  return typeof told === 'object' ? translatedData(told, english, stored) : told
}

/**
 * Data for an update in the translation's language. `english`: what was translated; `stored`: the document made of it, with
 * the ids of its rows. @throws {RangeError} when they do not have the same rows
 */
export const translatedData = (told: unknown, english: unknown, stored: unknown): Data =>
  Object.fromEntries(
    Object.entries(dataOf(told)).map(([name, value]) => [
      name,
      fieldData({
        name,
        told: value,
        english: dataOf(english)[name],
        stored: dataOf(stored)[name],
      }),
    ]),
  )
