// Whether a section says anything below its name.
import type { Field } from 'payload'
import { type Data, idOf, isData, isShown, rowsOf, wordsOf } from './values.ts'

const NAMES = new Set(['blockName', 'caption', 'description', 'label', 'name', 'title'])
/** Lists whose rows are sections to a reader. */
export const SECTIONS: ReadonlySet<string> = new Set([
  'cards',
  'galleries',
  'groups',
  'sections',
  'tabs',
])
/** These settle how something looks, or are settled from the start. */
const SETTINGS = new Set(['checkbox', 'radio', 'select', 'ui'])

/** Whether a field names a section, or says how it is to be shown. */
export const isNaming = (field: Field): boolean =>
  SETTINGS.has(field.type) || ('name' in field && NAMES.has(field.name ?? ''))

const hasText = (node: unknown): boolean => {
  if (!isData(node)) return false
  if (node.type === 'block' || wordsOf(node.text) !== '') return true
  return Array.isArray(node.children) && node.children.some(hasText)
}

/** Of a table, each row is a list of cells. */
const isAnything = (value: unknown): boolean => {
  if (Array.isArray(value)) return value.some(isAnything)
  return isData(value) ? hasAnything(value) : wordsOf(value) !== '' || typeof value === 'number'
}

const hasAnything = ({ id: _, ...row }: Data): boolean => Object.values(row).some(isAnything)

const isFilled = (field: Field, data: Data): boolean => {
  const value = 'name' in field && field.name ? data[field.name] : undefined
  switch (field.type) {
    case 'row':
    case 'collapsible':
      return hasContent(field.fields, data)
    case 'group':
      return hasContent(field.fields, isData(value) ? value : data)
    case 'array':
      // Elsewhere the title of a row is what the list is made of.
      return rowsOf(value).some((row) =>
        SECTIONS.has(field.name) ? hasContent(field.fields, row) : hasAnything(row),
      )
    case 'blocks':
      return rowsOf(value).length > 0
    case 'richText':
      return isData(value) && hasText(value.root)
    case 'upload':
    case 'relationship':
      return (Array.isArray(value) ? value : [value]).some((entry) => idOf(entry) !== undefined)
    case 'number':
      return typeof value === 'number'
    default:
      return wordsOf(value) !== ''
  }
}

/** Whether any field that is shown holds more than a name or a setting. */
export const hasContent = (fields: Field[], data: Data): boolean =>
  fields.some((field) => isShown(field, data) && !isNaming(field) && isFilled(field, data))
