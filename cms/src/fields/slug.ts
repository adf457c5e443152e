// The address of a document, the same in all languages. It follows the title of the default one until the document is
// public, then only a person changes it.
import type {
  CollectionSlug,
  FieldHook,
  PayloadRequest,
  SanitizedCollectionConfig,
  TextField,
} from 'payload'
import { isTranslation } from '../languages/languages.ts'
import { checkSlug, freeSlug, isMadeFrom } from './free-slug.ts'
import { MAX_SLUG_CHARACTERS, slugify } from './slugify.ts'

type Draft = { id: number | string; slug?: unknown; [field: string]: unknown }

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

const isPublic = async (
  req: PayloadRequest,
  collection: CollectionSlug,
  id: unknown,
): Promise<boolean> => {
  const row = await req.payload.db.findOne<Draft>({
    collection,
    where: { id: { equals: id } },
    req,
  })
  return row?._status === undefined || row._status === 'published'
}

const hasLanguages = (collection: SanitizedCollectionConfig | null, name: string): boolean =>
  collection?.flattenedFields.some(
    (field) => field.name === name && 'localized' in field && field.localized === true,
  ) ?? false

const chooseSlug =
  (titleFields: string[]): FieldHook =>
  async ({ value, data, originalDoc, operation, collection, req }) => {
    const typed = text(value)
    const previous: Partial<Draft> = originalDoc ?? {}
    // What a translation is called does not count: left empty, the address waits for the default language.
    if (isTranslation(req.locale) && titleFields.some((name) => hasLanguages(collection, name))) {
      const kept = operation === 'update' ? text(previous.slug) : ''
      return slugify(typed) || kept || undefined
    }
    const titleOf = (doc: Partial<Draft>) => titleFields.map((name) => text(doc[name])).join(' ')
    const title = titleOf({ ...previous, ...data })
    if (!collection) return typed || undefined
    const made = () => freeSlug(title, { req, collection: collection.slug, id: previous.id })
    if (typed === '') return (await made()) || undefined
    const isUntouched = operation === 'update' && typed === previous.slug
    const followsTitle = isMadeFrom(typed, titleOf(previous))
    if (!isUntouched || !followsTitle || isMadeFrom(typed, title)) return slugify(typed)
    const isPinned = await isPublic(req, collection.slug, previous.id)
    return isPinned ? typed : (await made()) || typed
  }

/** `slug`, unique, made from `titleFields` when left empty, also in a copy of a document. */
export const slugField = (...titleFields: string[]): TextField => ({
  name: 'slug',
  type: 'text',
  required: true,
  unique: true,
  index: true,
  maxLength: MAX_SLUG_CHARACTERS,
  validate: checkSlug,
  hooks: { beforeValidate: [chooseSlug(titleFields)], beforeDuplicate: [() => ''] },
  admin: {
    position: 'sidebar',
    description: 'Part of the address. Made from the title if left empty; fixed once published.',
  },
})
