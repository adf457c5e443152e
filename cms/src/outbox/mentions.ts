// Where the documents of a collection can name another document, read from its fields.
import type { CollectionSlug, Field } from 'payload'

export type Mentions = {
  /** Paths to query for the id of the other document. */
  paths: string[]
  /** Columns of rich text and of blocks, which may hold the id anywhere. */
  texts: string[]
  /** Whether it may also be where no query reaches: in rich text or blocks of an array. */
  isElsewhere: boolean
}

type Place = { path: string; isRepeated: boolean }

const NOWHERE: Mentions = { paths: [], texts: [], isElsewhere: false }

const together = (all: Mentions[]): Mentions => ({
  paths: all.flatMap(({ paths }) => paths),
  texts: all.flatMap(({ texts }) => texts),
  isElsewhere: all.some(({ isElsewhere }) => isElsewhere),
})

const mentionsOfField = (field: Field, target: CollectionSlug, place: Place): Mentions => {
  const name = 'name' in field && field.name ? field.name : undefined
  const path = [place.path, name].filter(Boolean).join('.')
  const inner = (fields: Field[], isRepeated = place.isRepeated) =>
    mentionsOf(fields, target, { path, isRepeated })
  switch (field.type) {
    case 'relationship':
    case 'upload': {
      if (typeof field.relationTo === 'string') {
        return field.relationTo === target ? { ...NOWHERE, paths: [path] } : NOWHERE
      }
      return field.relationTo.includes(target) ? { ...NOWHERE, paths: [`${path}.value`] } : NOWHERE
    }
    case 'richText':
    case 'blocks':
      return place.isRepeated
        ? { ...NOWHERE, isElsewhere: true }
        : { ...NOWHERE, texts: [path.replaceAll('.', '_')] }
    case 'array':
      return inner(field.fields, true)
    case 'group':
    case 'row':
    case 'collapsible':
      return inner(field.fields)
    case 'tabs':
      return together(
        field.tabs.map((tab) =>
          mentionsOf(tab.fields, target, {
            ...place,
            path: [place.path, 'name' in tab ? tab.name : ''].filter(Boolean).join('.'),
          }),
        ),
      )
    default:
      return NOWHERE
  }
}

/** All places in which documents with `fields` may name one of `target`. */
export const mentionsOf = (
  fields: Field[],
  target: CollectionSlug,
  place: Place = { path: '', isRepeated: false },
): Mentions => together(fields.map((field) => mentionsOfField(field, target, place)))

export const canName = ({ paths, texts, isElsewhere }: Mentions): boolean =>
  paths.length > 0 || texts.length > 0 || isElsewhere
