// GET /<collection>/:id/checklist and /globals/<global>/checklist: what is missing, for staff. `draft=true` asks about what is
// being written.
import { json } from '@shellfolio/payload-terminal/endpoint'
import type { Endpoint, PayloadRequest } from 'payload'
import { z } from 'zod'
import { staff } from '../access/rules.ts'
import { answering } from '../answering.ts'
import { CmsRefusal } from '../errors.ts'
import { DEFAULT_LANGUAGE, languageOf } from '../languages/languages.ts'
import { refusedPlanOf } from '../schedule/refused.ts'
import { check } from './check.ts'
import { type Checked, type CheckedGlobal, type Document, factsOf } from './gather.ts'
import { untranslatedOf } from './untranslated.ts'

const asked = z.object({ id: z.uuid() })

const isDraft = ({ query }: PayloadRequest): boolean => query.draft === 'true'

const shared = (req: PayloadRequest) =>
  ({
    draft: isDraft(req),
    // As readers of that language see it.
    locale: languageOf(req.query.locale),
    fallbackLocale: DEFAULT_LANGUAGE,
    depth: 0,
    overrideAccess: false,
    user: req.user,
    req,
  }) as const

const documentOf = async (req: PayloadRequest, collection: Checked) => {
  const { data } = asked.safeParse(req.routeParams)
  if (!data) throw new CmsRefusal('not-found')
  const found = await req.payload.findByID({
    ...shared(req),
    collection,
    id: data.id,
    // The form is shown of what is thrown away, too.
    trash: true,
    disableErrors: true,
  })
  if (!found) throw new CmsRefusal('not-found')
  return found
}

const itemsOf = async (req: PayloadRequest, document: Document, siteUrl: string) => {
  const { collection, id } = document
  const facts = await factsOf(req, document, siteUrl)
  const untranslated = await untranslatedOf(req, { collection, id, isDraft: isDraft(req) })
  return check({ ...facts, untranslated })
}

/** Answers `{items}`, as `check` makes them, and `refused`, the last plan for it that came to nothing. */
export const checklistEndpoint = (
  collection: Checked,
  siteUrl: string,
): Omit<Endpoint, 'root'> => ({
  path: '/:id/checklist',
  method: 'get',
  handler: answering(async (req) => {
    if (!staff({ req })) throw new CmsRefusal('not-allowed')
    const found = await documentOf(req, collection)
    const { id } = found
    const items = await itemsOf(req, { collection, id, data: { ...found } }, siteUrl)
    const refused = await refusedPlanOf(req, { collection, id })
    return json({ items, ...(refused ? { refused } : {}) })
  }),
})

/** The same of a global, without plans: nobody can make one. */
export const globalChecklistEndpoint = (
  slug: CheckedGlobal,
  siteUrl: string,
): Omit<Endpoint, 'root'> => ({
  path: '/checklist',
  method: 'get',
  handler: answering(async (req) => {
    if (!staff({ req })) throw new CmsRefusal('not-allowed')
    const found = await req.payload.findGlobal({ ...shared(req), slug })
    const document = { collection: slug, id: undefined, data: { ...found } }
    return json({ items: await itemsOf(req, document, siteUrl) })
  }),
})
