// Tells the log what happens to a global.
import type { GlobalAfterChangeHook } from 'payload'
import { languageOf } from '../languages/languages.ts'
import { changedLines } from './changes.ts'
import { audit } from './record.ts'

export const logGlobalChange: GlobalAfterChangeHook = async ({
  data,
  global,
  previousDoc,
  req,
}) => {
  const { slug, flattenedFields: fields } = global
  const changes = changedLines({
    fields,
    before: previousDoc,
    after: data,
    language: languageOf(req.locale),
  })
  const action = req.context.isRestoringVersion === true ? 'restore' : 'update'
  await audit(req, { action, target: { place: slug }, changes })
}
