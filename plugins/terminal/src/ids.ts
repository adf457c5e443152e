// Ids travel as text. Databases want their own kind back, and some refuse a whole query for one id of another kind.
import type { CollectionSlug, Payload } from 'payload'
import { z } from 'zod'

/** An id in a document, as text. */
export const idText = z.union([z.string(), z.number()]).transform(String)

/** What a relationship points at, whether the host's hooks have filled it in or not. */
export const relationText = z.union([
  idText,
  z.object({ id: idText }).transform((document) => document.id),
])

type Ids = Pick<Payload, 'collections' | 'db'>

/** Of a serial column. */
const MAX_NUMBER = 2 ** 31 - 1
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

const kindOf = ({ collections, db }: Ids, slug: string): 'number' | 'text' | 'uuid' => {
  const custom = collections?.[slug as CollectionSlug]?.customIDType
  if (custom) return custom
  if (db.defaultIDType === 'number') return 'number'
  const { idType } = db as { idType?: unknown }
  return String(idType).startsWith('uuid') ? 'uuid' : 'text'
}

/** `id` as documents of that collection have it. */
export const ownId = (payload: Ids, slug: string, id: string): number | string =>
  kindOf(payload, slug) === 'number' ? Number(id) : id

/** Whether a document of that collection could have it: what strangers make up must not spoil a query for others. */
export const isPossibleId = (payload: Ids, slug: string, id: string): boolean => {
  const kind = kindOf(payload, slug)
  if (kind === 'number') return /^\d{1,10}$/.test(id) && Number(id) <= MAX_NUMBER
  return kind === 'text' || UUID.test(id)
}
