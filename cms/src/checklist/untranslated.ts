// How much of a document is still to be translated into the languages that visitors may choose.
import type { CollectionSlug, FlattenedField, PayloadRequest } from 'payload'
import { DEFAULT_LANGUAGE, labelOf } from '../languages/languages.ts'
import { readingApart } from '../languages/request.ts'
import { shownTranslations } from '../languages/shown.ts'
import { missingIn } from '../languages/texts.ts'
import type { Facts } from './facts.ts'

type Asked = { collection: CollectionSlug; id: string; isDraft: boolean }

/** A text of each language counts once, however long. */
export const untranslatedOf = async (
  req: PayloadRequest,
  { collection, id, isDraft }: Asked,
): Promise<NonNullable<Facts['untranslated']>> => {
  const languages = await shownTranslations(req.payload)
  if (languages.length === 0) return []
  const stored = await req.payload.findByID({
    collection,
    id,
    draft: isDraft,
    trash: true,
    depth: 0,
    locale: 'all',
    disableErrors: true,
    overrideAccess: true,
    req: await readingApart(req),
  })
  if (!stored) return []
  const { flattenedFields, admin } = req.payload.collections[collection].config
  const title = flattenedFields.find((field: FlattenedField) => field.name === admin.useAsTitle)
  const label = title && 'label' in title && typeof title.label === 'string' ? title.label : 'Title'
  return languages.map((language) => ({
    path: admin.useAsTitle ?? 'title',
    label,
    language: labelOf(language),
    instead: labelOf(DEFAULT_LANGUAGE),
    texts: missingIn(flattenedFields, { ...stored }, language),
  }))
}
