// Reads the fields of one row. What has the wrong type, does not fit or is not known goes into the notes; nothing throws.
import { z } from 'zod'
import { ADDRESS } from '../fields/text-lengths.ts'
import { isWebAddress } from '../fields/web-address.ts'
import { IMPORT } from '../limits.ts'
import type { Notes } from './notes.ts'
import { type Fields, isRecord, own } from './rows.ts'

/** An entry of a list, or a field of an object used as a list: those have names. */
export type Entry = { name?: string; value: unknown }

const scalar = z.union([z.string(), z.number(), z.boolean()]).transform(String)

const numeric = z
  .union([z.number(), z.string().min(1).max(40)])
  .transform(Number)
  .pipe(z.number())

/** Postgres takes neither a null byte nor half a character. */
const storable = (text: string): string => Buffer.from(text.replaceAll('\0', '')).toString('utf8')

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  (Array.isArray(value) && value.length === 0) ||
  (isRecord(value) && Object.keys(value).length === 0)

/** Lists and objects alike, in their order. */
export const entriesOf = (value: unknown): Entry[] | undefined => {
  if (Array.isArray(value)) return value.map((inner: unknown) => ({ value: inner }))
  if (isRecord(value)) return Object.entries(value).map(([name, inner]) => ({ name, value: inner }))
  return undefined
}

/** `lines_of_code` and `linesOfCode` as people write it. */
export const titled = (name: string): string => {
  const words = name
    .slice(0, 400)
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll(/[_\s-]+/g, ' ')
    .trim()
  const plain = /^[A-Z]+(?: |$)/.test(words) ? words : words.toLowerCase()
  return plain.charAt(0).toUpperCase() + plain.slice(1)
}

/** `where` names these fields in notes; empty for those of the row itself. */
export const createReader = (fields: Fields, notes: Notes, where = '') => {
  const asked = new Set<string>()
  const pathOf = (name: string) => (where ? `${where}.${name}` : name)

  const raw = (...names: string[]): { name: string; value: unknown } | undefined => {
    for (const name of names) asked.add(name)
    for (const name of names) {
      const value = own(fields, name)
      if (!isEmpty(value)) return { name, value }
    }
    return undefined
  }

  const parsed = <Value>(schema: z.ZodType<Value>, what: string, names: string[]) => {
    const found = raw(...names)
    if (!found) return undefined
    const result = schema.safeParse(found.value)
    if (result.success) return result.data
    notes.add(pathOf(found.name), `left out, this is no ${what}`, found.value)
    return undefined
  }

  /** The first of `names` that has a text, at most `max` characters of it. */
  const text = (max: number, ...names: string[]): string | undefined => {
    const value = parsed(scalar, 'text', names)
    return value === undefined ? undefined : cut(value, max, pathOf(names[0] ?? ''), notes)
  }

  const number = (min: number, max: number, ...names: string[]): number | undefined => {
    const value = parsed(numeric, 'number', names)
    if (value === undefined) return undefined
    const kept = Math.min(max, Math.max(min, value))
    if (kept !== value) notes.add(pathOf(names[0] ?? ''), `changed to ${kept}`, value)
    return kept
  }

  const flag = (...names: string[]): boolean | undefined => parsed(z.boolean(), 'yes or no', names)

  /** A day, as Payload stores it. */
  const day = (...names: string[]): string | undefined => {
    const value = parsed(z.string().regex(/^\d{4}-\d\d-\d\d/), 'date', names)
    if (value === undefined) return undefined
    const date = new Date(`${value.slice(0, 10)}T00:00:00.000Z`)
    if (!Number.isNaN(date.getTime())) return date.toISOString()
    notes.add(pathOf(names[0] ?? ''), 'left out, there is no such day', value)
    return undefined
  }

  const address = (...names: string[]): string | undefined => {
    const value = parsed(z.string(), 'text', names)?.trim()
    if (!value) return undefined
    if (value.length <= ADDRESS && isWebAddress(value) === true) return value
    notes.add(pathOf(names[0] ?? ''), 'left out, this is no web address', value)
    return undefined
  }

  /** What `toItem` makes of each entry; it adds a note itself where it makes nothing. */
  const list = <Value>(
    names: string[],
    max: number,
    toItem: (entry: Entry, where: string) => Value | Value[] | undefined,
  ): Value[] => {
    const found = raw(...names)
    if (!found) return []
    const path = pathOf(found.name)
    const entries = entriesOf(found.value) ?? [{ value: found.value }]
    if (entries.length > IMPORT.maxItems) {
      notes.add(path, `only the first ${IMPORT.maxItems} of ${entries.length} were looked at`)
    }
    const values = entries
      .slice(0, IMPORT.maxItems)
      .flatMap((entry, index) => toItem(entry, `${path}[${entry.name ?? index}]`) ?? [])
    for (const value of values.slice(max))
      notes.add(path, `left out, there is room for ${max}`, value)
    return values.slice(0, max)
  }

  /** Says of every field that nobody asked for that it was left out. `ignored`: those that say nothing. */
  const finish = (ignored: readonly string[] = []) => {
    for (const [name, value] of Object.entries(fields)) {
      if (asked.has(name) || ignored.includes(name) || isEmpty(value)) continue
      notes.add(pathOf(name), 'left out, there is no field for it', value)
    }
  }

  return { text, number, flag, day, address, list, raw, finish }
}

export type Reader = ReturnType<typeof createReader>

/** `text` without what cannot be stored, at most `max` characters; a note says what was cut. */
export const cut = (text: string, max: number, where: string, notes: Notes): string | undefined => {
  const whole = storable(text.slice(0, max + 1000)).trim()
  if (whole === '') return undefined
  if (whole.length <= max && text.length <= max + 1000) return whole
  const kept = storable(`${whole.slice(0, max - 1).trimEnd()}…`)
  const cutOff = text.trim().slice(kept.length - 1)
  notes.add(where, `shortened from ${text.length} to ${max} characters, without`, cutOff)
  return kept
}
