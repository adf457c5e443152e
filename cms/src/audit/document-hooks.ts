// Tells the log what happens to the documents of a collection.
import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  CollectionBeforeChangeHook,
  CollectionBeforeOperationHook,
  CollectionSlug,
  PayloadRequest,
  SanitizedCollectionConfig,
} from 'payload'
import { languageOf } from '../languages/languages.ts'
import { inLanguage } from '../languages/texts.ts'
import type { AuditAction } from './actions.ts'
import { actionOfStatus, isKnownAtWork } from './at-work.ts'
import { changedLines } from './changes.ts'
import { MACHINE_WRITTEN, WITHOUT_VALUES } from './coverage.ts'
import { audit } from './record.ts'

type Doc = Record<string, unknown> & { id?: number | string }
type Id = number | string

/** What only the start of an operation says of it. */
type Manner = { isAutosave: boolean; isDraft: boolean; hasPassword: boolean }
const NO_MANNER: Manner = { isAutosave: false, isDraft: false, hasPassword: false }

const mannerKey = (slug: string, id: unknown) => `audit:manner:${slug}:${String(id ?? '*')}`
const rowKey = (slug: string, id: unknown) => `audit:row:${slug}:${String(id)}`

const mannerOf = ({ context }: PayloadRequest, slug: string, id: unknown): Manner =>
  ((context[mannerKey(slug, id)] ?? context[mannerKey(slug, undefined)]) as Manner | undefined) ??
  NO_MANNER

export const rememberManner: CollectionBeforeOperationHook = ({ args, collection, operation }) => {
  if (operation !== 'create' && operation !== 'update') return args
  const { req, id, autosave, draft, data } = args as {
    req: PayloadRequest
    id?: Id
    autosave?: boolean
    draft?: boolean
    data?: { password?: unknown }
  }
  const manner: Manner = {
    isAutosave: autosave === true,
    isDraft: draft === true,
    hasPassword: Boolean(data?.password),
  }
  req.context[mannerKey(collection.slug, id)] = manner
  return args
}

const hasDrafts = ({ versions }: SanitizedCollectionConfig): boolean => Boolean(versions?.drafts)

/** Of what has drafts the public row lies apart from the newest version, and says what publishing changes. */
export const rememberRow: CollectionBeforeChangeHook = async ({
  collection,
  data,
  operation,
  originalDoc,
  req,
}) => {
  const { slug } = collection
  const id = (originalDoc as Doc | undefined)?.id
  if (operation !== 'update' || id === undefined || !hasDrafts(collection)) return data
  const isSavingDraft = mannerOf(req, slug, id).isDraft && data._status !== 'published'
  if (isSavingDraft) return data
  req.context[rowKey(slug, id)] = await req.payload.db.findOne({
    collection: slug as CollectionSlug,
    where: { id: { equals: id } },
    req,
  })
  return data
}

/** What is not translated is named by its address. */
const titleOf = ({ slug, admin }: SanitizedCollectionConfig, doc: Doc): string | undefined => {
  if (WITHOUT_VALUES.has(slug)) return undefined
  const title =
    doc[admin.useAsTitle ?? 'title'] ?? doc.title ?? doc.name ?? doc.filename ?? doc.slug
  return typeof title === 'string' ? title : undefined
}

/** Programs write these all the time, also inside the request of a person, who then asked for something else. */
const isQuiet = (slug: string, { routeParams, user }: PayloadRequest): boolean =>
  Object.hasOwn(MACHINE_WRITTEN, slug) && !(user && routeParams?.collection === slug)

type Change = { data: Doc; doc: Doc; before: Doc | undefined; row: Doc | undefined; manner: Manner }

const actionOf = ({ data, doc, before, row, manner }: Change, req: PayloadRequest): AuditAction => {
  const isTrashed = Boolean(data.deletedAt ?? doc.deletedAt)
  if (isTrashed && !before?.deletedAt) return 'trash'
  if (!isTrashed && before?.deletedAt) return 'untrash'
  if (req.context.isRestoringVersion === true) return 'restore'
  if (row) return actionOfStatus(data._status ?? doc._status, row._status)
  return manner.isDraft ? 'draft' : 'update'
}

export const logChange: CollectionAfterChangeHook = async ({
  collection,
  data,
  doc,
  operation,
  previousDoc,
  req,
}) => {
  const { slug, flattenedFields: fields } = collection
  if (isQuiet(slug, req)) return
  const id = (doc as Doc).id
  const isNew = operation === 'create'
  const manner = mannerOf(req, slug, isNew ? undefined : id)
  const stored = req.context[rowKey(slug, id)] as Doc | undefined
  const row = stored && inLanguage(fields, stored, languageOf(req.locale))
  delete req.context[rowKey(slug, id)]
  if (!isNew && manner.isAutosave && (await isKnownAtWork(req, { slug, id }))) return
  const before = isNew ? undefined : (row ?? (previousDoc as Doc))
  const changes = changedLines({
    fields,
    before,
    after: data,
    language: languageOf(req.locale),
    hasNoValues: WITHOUT_VALUES.has(slug),
  })
  if (manner.hasPassword && !isNew) changes.push('Password')
  const target = {
    place: slug,
    title: titleOf(collection, { ...doc, ...data }),
    ...(id === undefined ? {} : { id }),
  }
  const change = { data, doc, before: previousDoc as Doc, row, manner }
  const action = isNew ? 'create' : actionOf(change, req)
  const isImport = req.context.isImport === true
  await audit(req, { action: isImport ? 'import' : action, target, changes })
}

export const logDelete: CollectionAfterDeleteHook = async ({ collection, doc, id, req }) => {
  if (isQuiet(collection.slug, req)) return
  const target = { place: collection.slug, id, title: titleOf(collection, doc) }
  await audit(req, { action: 'delete', target })
}
