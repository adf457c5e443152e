// Takes exported files apart into rows. Three shapes are known: Django's fixtures, a bare list of records with what belongs
// to each inside it, and an object that holds such lists by name.
import { z } from 'zod'
import { isDeeperThan } from '../fields/depth.ts'
import { IMPORT } from '../limits.ts'
import { shown } from './notes.ts'

export type Fields = Readonly<Record<string, unknown>>
export const MODELS = [
  'project',
  'gallery',
  'galleryimage',
  'internship',
  'internshipproject',
] as const
export type Model = (typeof MODELS)[number]

/** `from`: where it stands, for people. */
export type SourceRow = { model: Model; pk: string | undefined; fields: Fields; from: string }
export type Refused = { from: string; why: string }
export type Source = {
  rows: SourceRow[]
  refused: Refused[]
  /** Rows of other kinds, which hold no content. */
  leftOut: Refused[]
}

export const isRecord = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Only what the object itself says: never what every object has. */
export const own = (fields: Fields, name: string): unknown =>
  Object.hasOwn(fields, name) ? fields[name] : undefined

const record = z.custom<Fields>(isRecord, 'these are no fields')
const pk = z.union([z.int(), z.string().min(1).max(100)]).transform(String)
const fixtureRow = z.object({ model: z.string().max(100), pk: pk.nullish(), fields: record })

/** Names under which lists of records lie in an object. */
const LISTS = {
  projects: 'project',
  results: undefined,
  internships: 'internship',
  experiences: 'internship',
} as const satisfies Record<string, Model | undefined>

const modelOf = (name: string): Model | undefined => {
  const last = name.toLowerCase().split('.').at(-1)
  return MODELS.find((model) => model === last)
}

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

const readFixtureRow = (value: Fields, from: string, source: Source) => {
  const parsed = fixtureRow.safeParse({
    model: own(value, 'model'),
    pk: own(value, 'pk'),
    fields: own(value, 'fields'),
  })
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    source.refused.push({ from, why: `this is no row: ${issue?.path.join('.')} ${issue?.message}` })
    return
  }
  const { model: name, pk: id, fields } = parsed.data
  const model = modelOf(name)
  if (!model)
    source.leftOut.push({ from, why: `“${shown(name)}” holds nothing that is shown here` })
  else source.rows.push({ model, pk: id ?? undefined, fields, from })
}

/** A record of a bare list; without a name for its kind, what has a company and no title is a position. */
const readRecord = (value: Fields, from: string, source: Source, model: Model | undefined) => {
  const isPosition = own(value, 'title') === undefined && own(value, 'company') !== undefined
  const id = pk.safeParse(own(value, 'id') ?? own(value, 'pk')).data
  source.rows.push({
    model: model ?? (isPosition ? 'internship' : 'project'),
    pk: id,
    fields: value,
    from,
  })
}

const readOne = (value: unknown, from: string, source: Source, model?: Model) => {
  if (source.rows.length + source.refused.length + source.leftOut.length >= IMPORT.maxRows) {
    throw new RowsError(`There are more than ${IMPORT.maxRows} rows.`)
  }
  if (!isRecord(value)) source.refused.push({ from, why: `this is no row (“${shown(value)}”)` })
  else if (isDeeperThan(value, IMPORT.maxDepth)) {
    source.refused.push({ from, why: `more than ${IMPORT.maxDepth} levels in each other` })
  } else if (own(value, 'model') !== undefined && own(value, 'fields') !== undefined) {
    readFixtureRow(value, from, source)
  } else readRecord(value, from, source, model)
}

/** What is wrong with a file as a whole. */
export class RowsError extends Error {
  override readonly name = 'RowsError'
}

const parse = (text: string, name: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    throw new RowsError(`${name} is no JSON.`)
  }
}

/** Rows of one file. Rows that are none are reported, never thrown. @throws {RowsError} for what is no export at all */
export const readRows = (text: string, name: string): Source => {
  const source: Source = { rows: [], refused: [], leftOut: [] }
  if (text.length > IMPORT.maxFileBytes) throw new RowsError(`${name} is too large.`)
  const value = parse(text.replace(/^\uFEFF/, ''), name)
  if (Array.isArray(value)) {
    value.forEach((row, index) => {
      readOne(row, `${name} row ${index + 1}`, source)
    })
    return source
  }
  if (!isRecord(value)) throw new RowsError(`${name} holds neither a list nor lists by name.`)
  const known = Object.entries(LISTS).filter(([field]) => Array.isArray(own(value, field)))
  if (known.length === 0) throw new RowsError(`${name} holds no list of projects or positions.`)
  for (const [field, model] of known) {
    list(own(value, field)).forEach((row, index) => {
      readOne(row, `${name} ${field} ${index + 1}`, source, model)
    })
  }
  for (const field of Object.keys(value)) {
    if (Object.hasOwn(LISTS, field) && Array.isArray(value[field])) continue
    source.leftOut.push({ from: `${name} ${shown(field)}`, why: 'not known here' })
  }
  return source
}
