// Walks through a document by its fields and chooses each text that has languages, wherever it stands.
import type { FlattenedField } from 'payload'
import { DEFAULT_LANGUAGE, type Language } from './languages.ts'

type Data = Record<string, unknown>
/** `other`: the same text of the document that goes along, if one does. */
type Choose = (value: unknown, other: unknown) => unknown

const isData = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)

const rowsOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

/** The fields of a row: those of a list, or of the block that the row says it is. */
const fieldsOf = (field: FlattenedField, row: Data): readonly FlattenedField[] => {
  if (field.type === 'array') return field.flattenedFields
  if (field.type !== 'blocks') return []
  const block = field.blocks.find(({ slug }) => slug === row.blockType)
  return block?.flattenedFields ?? []
}

const chosenIn = (
  field: FlattenedField,
  value: unknown,
  other: unknown,
  choose: Choose,
): unknown => {
  if ('localized' in field && field.localized) return choose(value, other)
  if (field.type === 'group' || field.type === 'tab') {
    if (!isData(value)) return value
    return chosen(field.flattenedFields, value, isData(other) ? other : {}, choose)
  }
  if ((field.type !== 'array' && field.type !== 'blocks') || !Array.isArray(value)) return value
  const others = rowsOf(other).filter(isData)
  return value.map((row) => {
    if (!isData(row)) return row
    const same = others.find(({ id }) => id !== undefined && id === row.id)
    return chosen(fieldsOf(field, row), row, same ?? {}, choose)
  })
}

const chosen = (
  fields: readonly FlattenedField[],
  data: Data,
  other: Data,
  choose: Choose,
): Data => {
  const result: Data = { ...data }
  for (const field of fields) {
    const value = chosenIn(field, data[field.name], other[field.name], choose)
    if (value !== undefined || field.name in data) result[field.name] = value
  }
  return result
}

const hasWords = (node: unknown): boolean => {
  if (!isData(node)) return false
  if (node.type === 'block') return true
  if (typeof node.text === 'string' && node.text.trim() !== '') return true
  return rowsOf(node.children).some(hasWords)
}

/** Whether nothing is written: no letters, no lines, or a text of the editor without words. */
export const isUnwritten = (value: unknown): boolean => {
  if (value === undefined || value === null) return true
  if (typeof value === 'string') return value.trim() === ''
  if (Array.isArray(value)) return value.length === 0
  return isData(value) && 'root' in value && !hasWords(value.root)
}

/** A document as the database has it, in all languages, as it is in one of them, without what stands in. */
export const inLanguage = (
  fields: readonly FlattenedField[],
  stored: Data,
  language: Language,
): Data => chosen(fields, stored, {}, (value) => (isData(value) ? value[language] : value))

/** A document of one language, with the texts of `standIn` wherever it has none. Rows are the same by their ids. */
export const withStandIns = (fields: readonly FlattenedField[], data: Data, standIn: Data): Data =>
  chosen(fields, data, standIn, (value, other) => (isUnwritten(value) ? other : value))

/** How many texts of a document, as the database has it, are written in the default language and not in this one. */
export const missingIn = (
  fields: readonly FlattenedField[],
  stored: Data,
  language: Language,
): number => {
  let count = 0
  chosen(fields, stored, {}, (value) => {
    if (!isData(value)) return value
    if (!isUnwritten(value[DEFAULT_LANGUAGE]) && isUnwritten(value[language])) count += 1
    return value
  })
  return count
}

/** Whether anything of a document, as the database has it, is written in another language than the default one. */
export const isTranslated = (fields: readonly FlattenedField[], stored: Data): boolean => {
  let isFound = false
  chosen(fields, stored, {}, (value) => {
    if (!isData(value)) return value
    isFound ||= Object.entries(value).some(
      ([language, text]) => language !== DEFAULT_LANGUAGE && !isUnwritten(text),
    )
    return value
  })
  return isFound
}
