// GET /<collection>/:id/checklist: what is missing in a document, for staff. `draft=true` asks about what is being written.
import { json } from '@shellfolio/payload-terminal/endpoint'
import type { Endpoint, PayloadRequest } from 'payload'
import { z } from 'zod'
import { staff } from '../access/rules.ts'
import { answering } from '../answering.ts'
import { CmsRefusal } from '../errors.ts'
import { DEFAULT_LANGUAGE, languageOf } from '../languages/languages.ts'
import { refusedPlanOf } from '../schedule/refused.ts'
import { check } from './check.ts'
import { type Checked, factsOf } from './gather.ts'
import { untranslatedOf } from './untranslated.ts'

const asked = z.object({ id: z.uuid() })

const documentOf = async (req: PayloadRequest, collection: Checked) => {
  const { data } = asked.safeParse(req.routeParams)
  if (!data) throw new CmsRefusal('not-found')
  const found = await req.payload.findByID({
    collection,
    id: data.id,
    draft: req.query.draft === 'true',
    // As readers of that language see it.
    locale: languageOf(req.query.locale),
    fallbackLocale: DEFAULT_LANGUAGE,
    // The form is shown of what is thrown away, too.
    trash: true,
    depth: 0,
    disableErrors: true,
    overrideAccess: false,
    user: req.user,
    req,
  })
  if (!found) throw new CmsRefusal('not-found')
  return found
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
    const facts = await factsOf(req, { collection, id: found.id, data: { ...found } }, siteUrl)
    const isDraft = req.query.draft === 'true'
    const untranslated = await untranslatedOf(req, { collection, id: found.id, isDraft })
    const refused = await refusedPlanOf(req, { collection, id: found.id })
    return json({ items: check({ ...facts, untranslated }), ...(refused ? { refused } : {}) })
  }),
})
