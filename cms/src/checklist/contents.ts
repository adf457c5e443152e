// Walks through a document by its fields and notes what the checklist looks at. Knows no collection by name.
import type { Block, Field } from 'payload'
import { bodyBlocks } from '../editor/body-blocks.ts'
import type { At, Contents } from './facts.ts'
import { hasContent, isNaming, SECTIONS } from './has-content.ts'
import { type Data, idOf, isData, isShown, labelOf, rowsOf, wordsOf } from './values.ts'

/** Filled by a rule unless it is by hand. */
const isSelfFilled = ({ blockType, choice }: Data) =>
  blockType === 'projectList' && choice !== 'hand'

/** `within`: the field to name for everything inside, as the form knows nothing below it. */
type Place = { prefix: string; tab?: string; within?: At; isEmptyTold?: boolean }

const placed = (place: Place, field: { name: string; label?: unknown }): At =>
  place.within ?? {
    path: `${place.prefix}${field.name}`,
    label: labelOf(field),
    ...(place.tab ? { tab: place.tab } : {}),
  }

const inside = (place: Place, prefix: string): Place => ({
  ...place,
  prefix: `${place.prefix}${prefix}.`,
})

const noteReference = (field: Field & { name: string }, value: unknown, at: At, out: Contents) => {
  if (!('relationTo' in field)) return
  for (const entry of Array.isArray(value) ? value : [value]) {
    const id = idOf(entry)
    if (!id || typeof field.relationTo !== 'string') continue
    if (field.type === 'upload') out.pictures.push({ ...at, id })
    else out.shown.push({ ...at, collection: field.relationTo, id })
  }
}

const noteRow = (
  row: Data,
  {
    fields,
    place,
    what,
    label = what,
    isSection,
  }: { fields: Field[]; place: Place; what: string; label?: string; isSection: boolean },
  out: Contents,
) => {
  const isEmpty = isSection && !isSelfFilled(row) && !hasContent(fields, row)
  if (isEmpty && !place.isEmptyTold) {
    const path = place.prefix.replace(/\.$/, '')
    const at = place.within ?? { path, label, ...(place.tab ? { tab: place.tab } : {}) }
    out.empty.push({ ...at, what })
  }
  walk(fields, row, isEmpty ? { ...place, isEmptyTold: true } : place, out)
}

const noteBlock = (blocks: readonly Block[], row: Data, place: Place, out: Contents) => {
  const block = blocks.find(({ slug }) => slug === row.blockType)
  if (!block) return
  const name = `block “${String(block.labels?.singular ?? block.slug)}”`
  noteRow(
    row,
    {
      fields: block.fields,
      place,
      what: `The ${name}`,
      label: `the ${name}`,
      isSection: block.fields.some((field) => !isNaming(field)),
    },
    out,
  )
}

type Text = { at: At; levels: number[]; place: Place }

const walkText = (node: unknown, text: Text, out: Contents): void => {
  if (!isData(node)) return
  const { type, tag, fields, children } = node
  if (type === 'heading') text.levels.push(Number(String(tag).slice(1)))
  if (type === 'block' && isData(fields)) {
    noteBlock(bodyBlocks, fields, { ...text.place, within: text.at }, out)
  }
  if ((type === 'link' || type === 'autolink') && isData(fields)) {
    const document = isData(fields.doc) ? fields.doc : undefined
    const id = idOf(document?.value)
    if (fields.linkType === 'internal') {
      if (id)
        out.links.push({ ...text.at, document: { collection: String(document?.relationTo), id } })
    } else if (wordsOf(fields.url)) out.links.push({ ...text.at, address: wordsOf(fields.url) })
  }
  for (const child of Array.isArray(children) ? children : []) walkText(child, text, out)
}

const walkNamed = (field: Field & { name: string }, data: Data, place: Place, out: Contents) => {
  const value = data[field.name]
  const at = placed(place, field)
  switch (field.type) {
    case 'upload':
    case 'relationship':
      noteReference(field, value, at, out)
      return
    case 'richText': {
      const levels: number[] = []
      walkText(isData(value) ? value.root : undefined, { at, levels, place }, out)
      if (levels.length > 0) out.headings.push({ ...at, levels })
      return
    }
    case 'group':
      walk(field.fields, isData(value) ? value : {}, inside(place, field.name), out)
      return
    case 'array':
      for (const [index, row] of rowsOf(value).entries()) {
        const isSection = SECTIONS.has(field.name)
        const what = `${labelOf({ label: field.labels?.singular, name: field.name })} ${index + 1}`
        noteRow(
          row,
          { fields: field.fields, place: inside(place, `${field.name}.${index}`), what, isSection },
          out,
        )
      }
      return
    case 'blocks':
      for (const [index, row] of rowsOf(value).entries()) {
        noteBlock(field.blocks, row, inside(place, `${field.name}.${index}`), out)
      }
      return
    case 'text':
      if (field.name === 'href' && wordsOf(value))
        out.links.push({ ...at, address: wordsOf(value) })
      return
    case 'textarea':
      if (field.name === 'textAlternative')
        out.diagrams.push({ ...at, hasWords: wordsOf(value) !== '' })
      return
    default:
  }
}

const walk = (fields: Field[], data: Data, place: Place, out: Contents): void => {
  for (const field of fields) {
    if (!isShown(field, data)) continue
    if (field.type === 'tabs') {
      for (const tab of field.tabs) {
        const inTab = place.tab || place.within ? place : { ...place, tab: labelOf(tab) }
        if ('name' in tab && tab.name) {
          const value = data[tab.name]
          walk(tab.fields, isData(value) ? value : {}, inside(inTab, tab.name), out)
        } else walk(tab.fields, data, inTab, out)
      }
    } else if ('name' in field && field.name)
      walkNamed(field as Field & { name: string }, data, place, out)
    else if ('fields' in field) walk(field.fields, data, place, out)
  }
}

/** What `data`, a document of a collection with these fields, holds. Related documents may be ids or whole. */
export const contentsOf = (fields: Field[], data: Data): Contents => {
  const out: Contents = {
    pictures: [],
    links: [],
    shown: [],
    headings: [],
    diagrams: [],
    empty: [],
  }
  walk(fields, data, { prefix: '' }, out)
  return out
}
