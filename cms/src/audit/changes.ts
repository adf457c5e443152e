// Which fields a write changes, in lines for people: names always, short values before and after where they are plain.
import type { FlattenedField } from 'payload'
import { isTranslation, type Language, labelOf as nameOf } from '../languages/languages.ts'
import { AUDIT } from '../limits.ts'

type Values = Record<string, unknown>

const PLAIN = new Set([
  'checkbox',
  'date',
  'email',
  'number',
  'radio',
  'select',
  'text',
  'textarea',
])

/** Said by the action, kept by Payload for itself, or different on every write. */
const SKIPPED = new Set([
  '_status',
  '_verificationToken',
  '_verified',
  'apiKeyIndex',
  'createdAt',
  'deletedAt',
  'hash',
  'id',
  'lockUntil',
  'loginAttempts',
  'resetPasswordExpiration',
  'resetPasswordToken',
  'salt',
  'sessions',
  'updatedAt',
])

const isSecret = (name: string): boolean => /pass|secret|token|key|hash|salt|code|otp/i.test(name)

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  (Array.isArray(value) && value.length === 0) ||
  (typeof value === 'object' && !(value instanceof Date) && Object.keys(value).length === 0)

/** The same for values that mean the same: ids of rows, order of keys and empty things are left out. */
const comparable = (value: unknown): unknown => {
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value)) return value.map(comparable)
  if (typeof value !== 'object' || value === null) return value
  const kept = Object.entries(value)
    .filter(([name]) => name !== 'id')
    .map(([name, inner]) => [name, comparable(inner)] as const)
    .filter(([, inner]) => !isEmpty(inner))
    .sort(([one], [other]) => (one < other ? -1 : 1))
  return Object.fromEntries(kept)
}

const idOf = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(idOf)
  const { id, relationTo, value: target } = (value ?? {}) as Values
  if (relationTo !== undefined) return { relationTo, value: idOf(target) }
  return id ?? value
}

const isSame = (type: string, one: unknown, other: unknown): boolean => {
  const told = (value: unknown) => {
    const given = type === 'relationship' || type === 'upload' ? idOf(value) : value
    const kept = type === 'date' && typeof given === 'string' ? new Date(given) : given
    if (kept instanceof Date && Number.isNaN(kept.getTime())) return String(given)
    const meant = comparable(kept)
    return isEmpty(meant) ? '' : JSON.stringify(meant)
  }
  return told(one) === told(other)
}

const short = (value: unknown): string => {
  if (isEmpty(value)) return 'empty'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  const text = value instanceof Date ? value.toISOString() : String(value).replaceAll(/\s+/g, ' ')
  const cut = text.length > AUDIT.valueChars ? `${text.slice(0, AUDIT.valueChars)}…` : text
  return `“${cut}”`
}

const labelOf = ({ name, ...field }: FlattenedField): string =>
  'label' in field && typeof field.label === 'string' ? field.label : name

const isPlain = (field: FlattenedField, ...values: unknown[]): boolean =>
  PLAIN.has(field.type) &&
  !isSecret(field.name) &&
  !('hidden' in field && field.hidden) &&
  values.every((value) => typeof value !== 'object' || value === null || value instanceof Date)

export type Compared = {
  fields: FlattenedField[]
  before: Values | null | undefined
  after: Values | null | undefined
  /** In which the texts are that have languages. */
  language?: Language
  /** Only names. */
  hasNoValues?: boolean
}

/** Said of texts alone: the rest is the same in all languages. */
const inWords = (field: FlattenedField, language: Language | undefined): string =>
  language && isTranslation(language) && 'localized' in field && field.localized
    ? ` (${nameOf(language)})`
    : ''

const linesOf = (compared: Compared, prefix: string): string[] =>
  compared.fields.flatMap((field): string[] => {
    const { before, after, language, hasNoValues } = compared
    if (!('name' in field) || SKIPPED.has(field.name)) return []
    if (field.type === 'join' || ('virtual' in field && field.virtual)) return []
    const [was, is] = [before?.[field.name], after?.[field.name]]
    // Not part of this write.
    if (is === undefined) return []
    const path = `${prefix}${labelOf(field)}${inWords(field, language)}`
    if (field.type === 'group' || field.type === 'tab') {
      const inner = { fields: field.flattenedFields, before: was as Values, after: is as Values }
      return linesOf({ ...compared, ...inner }, `${path} › `)
    }
    if (isSame(field.type, was, is)) return []
    return hasNoValues || !isPlain(field, was, is)
      ? [path]
      : [`${path}: ${short(was)} → ${short(is)}`]
  })

/** One line for each field that differs, as many as the log has room for. */
export const changedLines = (compared: Compared): string[] => {
  const lines = linesOf(compared, '')
  const room = AUDIT.maxLines
  return lines.length > room ? [...lines.slice(0, room), `and ${lines.length - room} more`] : lines
}
