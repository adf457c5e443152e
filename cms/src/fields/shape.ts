// Data that is kept as one piece of JSON has no columns that hold it to its fields. This does, for drafts too, which
// Payload does not validate: names that no field has are dropped, values of another type and endless lists are refused.
import type { Block, Field } from 'payload'

/** What is wrong, in words for an editor. */
export class ShapeError extends Error {}

type Data = Record<string, unknown>

/** Rows of a list whose field names no bound of its own. */
const DEFAULT_ROWS = 100
/** Names that Payload itself gives to rows and blocks. */
const OWN_NAMES = ['id', 'blockName', 'blockType'] as const

export const isObject = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isText = (value: unknown) => typeof value === 'string'
const isNumber = (value: unknown) => typeof value === 'number' || isText(value)
const isFlag = (value: unknown) =>
  typeof value === 'boolean' || value === 'true' || value === 'false' || value === ''

const refuse = (where: string, what: string): never => {
  throw new ShapeError(`${where}: ${what}.`)
}

/** The id of a document, which may come with the document around it. */
const idOf = (value: unknown): unknown => (isObject(value) && 'id' in value ? value.id : value)

const reference = (value: unknown, where: string): unknown => {
  const id = idOf(value)
  return isText(id) || typeof id === 'number' ? id : refuse(where, 'this is no document')
}

const listOf = (value: unknown, maxRows: number | undefined, where: string): unknown[] => {
  const most = maxRows ?? DEFAULT_ROWS
  // How the admin's form sends a list without rows.
  if (value === 0 || value === '0') return []
  if (!Array.isArray(value)) return refuse(where, 'this is no list')
  if (value.length > most) return refuse(where, `at most ${most}, and these are ${value.length}`)
  return value
}

const oneOrMany = (
  value: unknown,
  { hasMany, maxRows, where }: { hasMany: boolean | undefined; maxRows?: number; where: string },
  one: (value: unknown) => unknown,
): unknown => (hasMany ? listOf(value, maxRows, where).map(one) : one(value))

const plain = (isRight: (value: unknown) => boolean, where: string, what: string) => {
  return (value: unknown) => (isRight(value) ? value : refuse(where, `this is no ${what}`))
}

const labelOf = (field: Field & { name: string }): string =>
  'label' in field && typeof field.label === 'string' ? field.label : field.name

const fieldValue = (field: Field & { name: string }, value: unknown, around: string): unknown => {
  const where = `${around}, ${labelOf(field)}`
  switch (field.type) {
    case 'array':
      return listOf(value, field.maxRows, where).map((row, index) =>
        isObject(row)
          ? shaped(field.fields, row, `${where} ${index + 1}`)
          : refuse(where, 'this is no row'),
      )
    case 'group':
      return isObject(value)
        ? shaped(field.fields, value, where)
        : refuse(where, 'this is no group')
    case 'checkbox':
      return plain(isFlag, where, 'yes or no')(value)
    case 'number':
      return plain(isNumber, where, 'number')(value)
    case 'select':
      return oneOrMany(value, { hasMany: field.hasMany, where }, plain(isText, where, 'choice'))
    case 'relationship':
    case 'upload': {
      const { hasMany, maxRows } = field
      return oneOrMany(value, { hasMany, ...(maxRows ? { maxRows } : {}), where }, (item) =>
        reference(item, where),
      )
    }
    case 'richText':
      // Its editor has a check of its own.
      return plain(isObject, where, 'text of the editor')(value)
    default:
      return plain(isText, where, 'text')(value)
  }
}

/** What `fields` have room for of `data`. `where` names the block or row in messages. @throws {ShapeError} */
export const shaped = (fields: readonly Field[], data: Data, where: string): Data => {
  const result: Data = {}
  for (const name of OWN_NAMES) {
    const value = Object.hasOwn(data, name) ? data[name] : undefined
    if (value !== undefined && value !== null) result[name] = plain(isText, where, 'text')(value)
  }
  for (const field of fields) {
    if (field.type === 'ui') continue
    if (field.type === 'row' || field.type === 'collapsible') {
      Object.assign(result, shaped(field.fields, data, where))
    } else if ('name' in field && field.name && Object.hasOwn(data, field.name)) {
      const value = data[field.name]
      const isEmpty = value === undefined || value === null
      result[field.name] = isEmpty
        ? value
        : fieldValue(field as Field & { name: string }, value, where)
    }
  }
  return result
}

const nameOf = ({ slug, labels }: Block): string =>
  typeof labels?.singular === 'string' ? labels.singular : slug

/** A block, held to the one of `blocks` that it says it is. @throws {ShapeError} */
export const shapedBlock = (blocks: readonly Block[], data: unknown): Data => {
  const type = isObject(data) ? data.blockType : undefined
  const block = blocks.find(({ slug }) => slug === type)
  if (!isObject(data) || !block) {
    throw new ShapeError(`There is no block “${String(type).slice(0, 40)}” here.`)
  }
  return shaped(block.fields, data, nameOf(block))
}
