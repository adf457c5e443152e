// Addresses that no other document has, those in the trash included: they keep theirs until they are deleted for good.
import type { CollectionSlug, PayloadRequest, TextFieldSingleValidation } from 'payload'
import { text } from 'payload/shared'
import { MAX_SLUG_CHARACTERS, slugify } from './slugify.ts'

type Row = { id: number | string; deletedAt?: string | null }
type Asked = {
  req: PayloadRequest
  collection: CollectionSlug
  slug: string
  /** Of the document that wants the address. */
  id: unknown
}

/** Numbers tried behind a title before the address is left to a person. */
const MAX_NUMBER = 50

const otherWith = async ({ req, collection, slug, id }: Asked): Promise<Row | undefined> => {
  const row = await req.payload.db.findOne<Row>({
    collection,
    where: { slug: { equals: slug } },
    req,
  })
  return row && row.id !== id ? row : undefined
}

/** Whether `slug` was made from `title`, with or without a number. */
export const isMadeFrom = (slug: string, title: string): boolean => {
  const base = slugify(title)
  if (base === '' || slug === base) return slug === base
  const number = /-(\d+)$/.exec(slug)
  return number !== null && slug === numbered(base, Number(number[1]))
}

const numbered = (base: string, number: number): string => {
  const end = `-${number}`
  return base.slice(0, MAX_SLUG_CHARACTERS - end.length).replace(/-+$/, '') + end
}

/** `title` as an address, with a number where another document has it; empty when nothing is left of the title. */
export const freeSlug = async (title: string, asked: Omit<Asked, 'slug'>): Promise<string> => {
  const base = slugify(title)
  if (base === '' || !(await otherWith({ ...asked, slug: base }))) return base
  for (let number = 2; number <= MAX_NUMBER; number += 1) {
    const slug = numbered(base, number)
    if (!(await otherWith({ ...asked, slug }))) return slug
  }
  return base
}

/** Refuses an address that another document has, and says where that one may be. */
export const checkSlug: TextFieldSingleValidation = async (value, options) => {
  const verdict = text(value, options)
  if (verdict !== true || !value || !options.collectionSlug) return verdict
  const { req, id, collectionSlug } = options
  const other = await otherWith({
    req,
    collection: collectionSlug as CollectionSlug,
    slug: value,
    id,
  })
  if (!other) return true
  return other.deletedAt
    ? 'A document in the trash has this address. Delete that one for good, or choose another address.'
    : 'Another document has this address.'
}
