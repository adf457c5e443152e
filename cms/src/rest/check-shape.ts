// Looks whether each field of what is sent holds a value of its kind, before hooks and Payload's checks take that for granted.
import type { FlattenedField } from 'payload'

/** Where the value stands, as Payload names places: `links.0.label`. */
export type ShapeFault = { path: string; message: string }

type Data = Record<string, unknown>

const isRecord = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isText = (value: unknown): boolean => typeof value === 'string'

/** Payload reads numbers and ticks of forms, which are texts. */
const isNumber = (value: unknown): boolean =>
  isText(value) || (typeof value === 'number' && Math.abs(value) <= Number.MAX_SAFE_INTEGER)
const isTick = (value: unknown): boolean =>
  typeof value === 'boolean' || value === '' || value === 'true' || value === 'false'

/** An id, a document, or either with the name of its collection. */
const isReference = (value: unknown): boolean =>
  isText(value) ||
  (isRecord(value) && (isText(value.id) || isText(value.value) || isRecord(value.value)))

const KINDS: Partial<Record<FlattenedField['type'], (value: unknown) => boolean>> = {
  checkbox: isTick,
  code: isText,
  date: isText,
  email: isText,
  number: isNumber,
  radio: isText,
  relationship: isReference,
  select: isText,
  text: isText,
  textarea: isText,
  upload: isReference,
}

const WRONG = 'This holds a value of another kind. Load the page again and fill it in anew.'

const isMany = (field: FlattenedField): boolean => 'hasMany' in field && field.hasMany === true

/** Payload's forms say of an empty list that it has 0 rows. */
const isNoRows = (value: unknown): boolean => value === 0 || value === '0'

const faultsOfRows = (field: FlattenedField, rows: unknown, path: string): ShapeFault[] => {
  if (isNoRows(rows)) return []
  if (!Array.isArray(rows) || !rows.every(isRecord)) return [{ path, message: WRONG }]
  if (field.type !== 'array') return []
  return rows.flatMap((row, at) => shapeFaults(field.flattenedFields, row, `${path}.${at}.`))
}

const faultsOf = (field: FlattenedField, value: unknown, path: string): ShapeFault[] => {
  const fault = [{ path, message: WRONG }]
  if (field.type === 'group' || field.type === 'tab') {
    return isRecord(value) ? shapeFaults(field.flattenedFields, value, `${path}.`) : fault
  }
  if (value === null) return []
  if (field.type === 'array' || field.type === 'blocks') return faultsOfRows(field, value, path)
  const isKind = KINDS[field.type]
  if (!isKind) return []
  if (isMany(field) && Array.isArray(value)) return value.every(isKind) ? [] : fault
  return isKind(value) ? [] : fault
}

/** Of fields that `data` has; what is missing is for the checks of each field. */
export const shapeFaults = (
  fields: readonly FlattenedField[],
  data: Data,
  prefix = '',
): ShapeFault[] =>
  fields.flatMap((field) => {
    const value = Object.hasOwn(data, field.name) ? data[field.name] : undefined
    return value === undefined ? [] : faultsOf(field, value, `${prefix}${field.name}`)
  })
