// Refuses to publish what would harm readers, whoever publishes it: a person, a program, or the clock.
import {
  type CollectionBeforeChangeHook,
  type CollectionSlug,
  type PayloadRequest,
  type SanitizedCollectionConfig,
  ValidationError,
} from 'payload'
import { DEFAULT_LANGUAGE, isTranslation } from '../languages/languages.ts'
import { readingApart } from '../languages/request.ts'
import { withStandIns } from '../languages/texts.ts'
import { check } from './check.ts'
import type { Item } from './facts.ts'
import { type Checked, factsOf } from './gather.ts'

type Data = Record<string, unknown>
type Whole = { collection: SanitizedCollectionConfig; data: Data; req: PayloadRequest }

/** What readers of a translation get: where it says nothing, the default language does. */
const asRead = async ({ collection, data, req }: Whole): Promise<Data> => {
  if (!isTranslation(req.locale) || typeof data.id !== 'string') return data
  const standIn = await req.payload.findByID({
    collection: collection.slug as CollectionSlug,
    id: data.id,
    draft: true,
    trash: true,
    depth: 0,
    locale: DEFAULT_LANGUAGE,
    disableErrors: true,
    overrideAccess: true,
    req: await readingApart(req),
  })
  return standIn ? withStandIns(collection.flattenedFields, data, { ...standIn }) : data
}

type Fields = { flattenedFields: { name: string }[] }

/** Payload asks for these itself, together with everything else that a field wants. */
const isAskedByFields = ({ rule, where: { path } }: Item, { flattenedFields }: Fields): boolean => {
  const field = flattenedFields.find(({ name }) => name === path)
  return rule === 'diagram' || Boolean(field && 'required' in field && field.required)
}

/** `siteUrl`: origin of the site. Runs before Payload's own look at the fields. */
export const refuseHarm =
  (siteUrl: string): CollectionBeforeChangeHook =>
  async ({ data, originalDoc, collection, req }) => {
    const own: Data = { ...originalDoc, ...data }
    // What goes into the trash is seen by nobody.
    if (own._status !== 'published' || own.deletedAt) return data
    const slug = collection.slug as Checked
    const whole = await asRead({ collection, data: own, req })
    const id = typeof whole.id === 'string' ? whole.id : undefined
    const facts = await factsOf(req, { collection: slug, id, data: whole }, siteUrl)
    const errors = check(facts)
      .filter((item) => item.level === 'blocks' && !isAskedByFields(item, collection))
      .map(({ message, where: { path, label } }) => ({ path, label, message }))
    if (errors.length > 0) throw new ValidationError({ collection: slug, errors, req }, req.t)
    return data
  }
