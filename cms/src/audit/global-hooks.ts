// Tells the log what happens to a global.
import type { GlobalAfterChangeHook, GlobalBeforeOperationHook, GlobalSlug } from 'payload'
import { languageOf } from '../languages/languages.ts'
import { inLanguage } from '../languages/texts.ts'
import type { AuditAction } from './actions.ts'
import { actionOfStatus, isKnownAtWork } from './at-work.ts'
import { changedLines } from './changes.ts'
import { audit } from './record.ts'

type Data = Record<string, unknown>

/** Of a global that has drafts. `row`: the public row, in all languages; none while a draft is saved, which leaves it alone. */
type Manner = { isAutosave: boolean; row: Data | undefined }

const keyOf = (slug: string) => `audit:manner:${slug}`

export const rememberGlobal: GlobalBeforeOperationHook = async ({
  args,
  global: { slug, versions },
  operation,
  req,
}) => {
  if (operation !== 'update' || !versions?.drafts) return args
  const { autosave, draft, data } = args as { autosave?: boolean; draft?: boolean; data?: Data }
  const isSavingDraft = draft === true && data?._status !== 'published'
  const row = isSavingDraft
    ? undefined
    : await req.payload.db.findGlobal({ slug: slug as GlobalSlug, req })
  const manner: Manner = { isAutosave: autosave === true, row }
  req.context[keyOf(slug)] = manner
  return args
}

const actionOf = (doc: Data, manner: Manner | undefined, isRestoring: boolean): AuditAction => {
  if (isRestoring) return 'restore'
  if (!manner) return 'update'
  return manner.row ? actionOfStatus(doc._status, manner.row._status) : 'draft'
}

export const logGlobalChange: GlobalAfterChangeHook = async ({
  data,
  doc,
  global,
  previousDoc,
  req,
}) => {
  const { slug, flattenedFields: fields } = global
  const manner = req.context[keyOf(slug)] as Manner | undefined
  delete req.context[keyOf(slug)]
  if (manner?.isAutosave && (await isKnownAtWork(req, { slug }))) return
  const language = languageOf(req.locale)
  const before = manner?.row ? inLanguage(fields, manner.row, language) : previousDoc
  const changes = changedLines({ fields, before, after: data, language })
  const action = actionOf(doc, manner, req.context.isRestoringVersion === true)
  await audit(req, { action, target: { place: slug }, changes })
}
