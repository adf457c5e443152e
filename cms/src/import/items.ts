// Puts rows together that make one document: galleries and their pictures with their project, projects with their position.
import { z } from 'zod'
import { slugify } from '../fields/slugify.ts'
import type { Fields } from './rows.ts'
import { isRecord, type Model, own, type Refused, type Source, type SourceRow } from './rows.ts'

export type GalleryItem = { fields: Fields; images: Fields[] }
export type ProjectItem = {
  kind: 'project' | 'internship-project'
  /** Stays the same for the same row, whenever it is exported: `project:12`. */
  key: string
  fields: Fields
  galleries: GalleryItem[]
  /** Key of the position that it belongs to. */
  position?: string
  isPublic: boolean
  from: string
}
export type PositionItem = {
  kind: 'internship'
  key: string
  fields: Fields
  isPublic: boolean
  from: string
}
export type Item = ProjectItem | PositionItem

export type Items = {
  /** Positions come before projects, which name them. */
  items: Item[]
  refused: Refused[]
  /** Rows that became part of another one's document, which they name. */
  parts: { from: string; key: string }[]
}

const reference = z.union([z.int(), z.string().min(1).max(200)]).transform(String)
const refOf = (fields: Fields, name: string): string | undefined =>
  reference.safeParse(own(fields, name)).data
const nameOf = (fields: Fields, ...names: string[]): string =>
  slugify(
    names
      .map((name) => own(fields, name))
      .filter((value): value is string => typeof value === 'string')
      .join(' ')
      .slice(0, 400),
  )

const PREFIX = {
  project: 'project',
  internship: 'internship',
  internshipproject: 'internship-project',
} as const

const keyOf = (row: SourceRow, parent?: string): string | undefined => {
  const prefix = PREFIX[row.model as keyof typeof PREFIX]
  if (row.pk !== undefined) return `${prefix}:${row.pk}`
  const name =
    nameOf(row.fields, 'slug') ||
    nameOf(row.fields, 'title') ||
    nameOf(row.fields, 'company', 'role')
  if (name === '') return undefined
  return `${prefix}:${parent ? `${parent.slice(parent.indexOf(':') + 1)}/` : ''}${name}`
}

const order = (fields: Fields): number => {
  const value = own(fields, 'order')
  return typeof value === 'number' && Number.isFinite(value) ? value : 0
}
const sorted = <Value>(values: Value[], of: (value: Value) => Fields): Value[] =>
  values
    .map((value, index) => ({ value, index }))
    .sort((a, b) => order(of(a.value)) - order(of(b.value)) || a.index - b.index)
    .map(({ value }) => value)

const records = (value: unknown): Fields[] => (Array.isArray(value) ? value.filter(isRecord) : [])

/** Galleries that stand inside their project's record. */
const innerGalleries = (fields: Fields): GalleryItem[] =>
  records(own(fields, 'galleries')).map((gallery) => ({
    fields: gallery,
    images: records(own(gallery, 'images')),
  }))

/** Django's one-file-per-table rows name each other by number. */
const byModel = (rows: SourceRow[], model: Model) => rows.filter((row) => row.model === model)

const galleriesOf = (rows: SourceRow[], result: Items) => {
  const galleries = new Map<string, { row: SourceRow; images: SourceRow[] }>()
  for (const row of byModel(rows, 'gallery')) {
    if (row.pk === undefined)
      result.refused.push({ from: row.from, why: 'a gallery without a number' })
    else galleries.set(row.pk, { row, images: [] })
  }
  for (const row of byModel(rows, 'galleryimage')) {
    const gallery = galleries.get(refOf(row.fields, 'gallery') ?? '')
    if (gallery) gallery.images.push(row)
    else result.refused.push({ from: row.from, why: 'its gallery is not in these files' })
  }
  return [...galleries.values()]
}

export const toItems = ({ rows }: Pick<Source, 'rows'>): Items => {
  const result: Items = { items: [], refused: [], parts: [] }
  const projects = new Map<string, ProjectItem>()
  const positions = new Map<string, PositionItem>()

  const take = <Of extends Item>(known: Map<string, Of>, item: Of) => {
    if (known.has(item.key))
      result.refused.push({ from: item.from, why: `${item.key} is in these files twice` })
    else known.set(item.key, item)
  }
  const takeProject = (row: SourceRow, position?: PositionItem) => {
    const kind = PREFIX[row.model as 'project' | 'internshipproject']
    const key = keyOf(row, position?.key)
    if (key === undefined) {
      result.refused.push({
        from: row.from,
        why: 'it has neither a number nor an address nor a title',
      })
      return
    }
    const item = {
      kind,
      key,
      fields: row.fields,
      galleries: innerGalleries(row.fields),
      from: row.from,
    }
    const isPublic = kind === 'project' || position?.isPublic === true
    take(projects, { ...item, isPublic, ...(position ? { position: position.key } : {}) })
  }

  for (const row of byModel(rows, 'internship')) {
    const key = keyOf(row)
    if (key === undefined) {
      result.refused.push({
        from: row.from,
        why: 'it has neither a number nor an address nor a company',
      })
      continue
    }
    const isPublic = own(row.fields, 'is_active') !== false
    const item: PositionItem = {
      kind: 'internship',
      key,
      fields: row.fields,
      isPublic,
      from: row.from,
    }
    take(positions, item)
    records(own(row.fields, 'projects')).forEach((fields, index) => {
      const pk = reference.safeParse(own(fields, 'id')).data
      takeProject(
        { model: 'internshipproject', pk, fields, from: `${row.from} project ${index + 1}` },
        item,
      )
    })
  }
  for (const row of byModel(rows, 'project')) takeProject(row)
  for (const row of byModel(rows, 'internshipproject')) {
    takeProject(row, positions.get(`internship:${refOf(row.fields, 'internship') ?? ''}`))
  }
  for (const { row, images } of sorted(
    galleriesOf(rows, result),
    ({ row: { fields } }) => fields,
  )) {
    const project = projects.get(`project:${refOf(row.fields, 'project') ?? ''}`)
    if (!project) {
      for (const { from } of [row, ...images]) {
        result.refused.push({ from, why: 'its project is not in these files' })
      }
      continue
    }
    project.galleries.push({
      fields: row.fields,
      images: sorted(images, ({ fields }) => fields).map(({ fields }) => fields),
    })
    for (const { from } of [row, ...images]) result.parts.push({ from, key: project.key })
  }
  result.items = [...positions.values(), ...projects.values()]
  return result
}
