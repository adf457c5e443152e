// How much of a document is still to be translated into the languages that visitors may choose.
import type { FlattenedField, PayloadRequest } from 'payload'
import { DEFAULT_LANGUAGE, labelOf as nameOf } from '../languages/languages.ts'
import { readingApart } from '../languages/request.ts'
import { shownTranslations } from '../languages/shown.ts'
import { missingIn } from '../languages/texts.ts'
import type { Facts } from './facts.ts'
import { atIn, configOf, type Document, isChecked } from './gather.ts'
import { labelOf } from './values.ts'

/** `id`: none of a global. */
type Asked = Pick<Document, 'collection' | 'id'> & { isDraft: boolean }

/** In all languages; `null` for what is gone. */
const storedOf = async (req: PayloadRequest, { collection, id, isDraft }: Asked) => {
  const shared = {
    draft: isDraft,
    depth: 0,
    locale: 'all',
    overrideAccess: true,
    req: await readingApart(req),
  } as const
  if (!isChecked(collection)) return req.payload.findGlobal({ ...shared, slug: collection })
  if (id === undefined) return null
  return req.payload.findByID({ ...shared, collection, id, trash: true, disableErrors: true })
}

/** The field that stands for the whole: its title, or what comes first. */
const wholeOf = (config: ReturnType<typeof configOf>) => {
  const name = ('useAsTitle' in config.admin && config.admin.useAsTitle) || undefined
  const isIt = (field: FlattenedField) =>
    name ? field.name === name : 'localized' in field && field.localized
  const field = config.flattenedFields.find(isIt) ?? { name: name ?? 'title' }
  return atIn(config.fields, field.name, labelOf(field))
}

/** A text of each language counts once, however long. */
export const untranslatedOf = async (
  req: PayloadRequest,
  asked: Asked,
): Promise<NonNullable<Facts['untranslated']>> => {
  const languages = await shownTranslations(req.payload)
  if (languages.length === 0) return []
  const stored = await storedOf(req, asked)
  if (!stored) return []
  const config = configOf(req.payload, asked.collection)
  return languages.map((language) => ({
    ...wholeOf(config),
    language: nameOf(language),
    instead: nameOf(DEFAULT_LANGUAGE),
    texts: missingIn(config.flattenedFields, { ...stored }, language),
  }))
}
