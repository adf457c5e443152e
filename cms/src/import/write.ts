// Writes what a row becomes, all of it in one transaction, and notes on the document what it was made from.
import { createLocalReq, type Payload, type PayloadRequest, ValidationError } from 'payload'
import { atOnce } from '../accounts/sql.ts'
import { IMPORT_CONTEXT } from '../audit/import-context.ts'
import { readRows as readStored } from '../diagrams/store.ts'
import { DEFAULT_LANGUAGE } from '../languages/languages.ts'
import { compose, type Tools } from './compose.ts'
import { documentMark, writeMark } from './fingerprint.ts'
import type { Gathered } from './gather.ts'
import type { Notes } from './notes.ts'
import type { Collection } from './plan.ts'
import { type Decision, readDocument } from './target.ts'

type Writing = {
  payload: Payload
  plan: Gathered
  decision: Extract<Decision, { act: 'make' | 'update' }>
  source: string
  isPublishing: boolean
  tools: Tools
  notes: Notes
}

/** Past Payload's hooks: it makes no version of its own and is no edit. */
const storeMark = async (
  req: PayloadRequest,
  { collection, id, importMark }: { collection: Collection; id: string; importMark: string },
) => {
  const { db } = req.payload
  const { document, version } = await readStored({ collection, id }, req)
  if (version) {
    const versionData = { ...version, version: { ...version.version, importMark } }
    await db.updateVersion({ collection, id: version.id, versionData, req, returning: false })
  }
  if (document) {
    await db.updateOne({ collection, id, data: { ...document, importMark }, req, returning: false })
  }
}

const save = async (req: PayloadRequest, writing: Writing, status: 'draft' | 'published') => {
  const { payload, plan, decision, tools, notes } = writing
  const { collection } = plan
  const content = await compose(req, plan, tools, notes)
  const options = {
    collection,
    // Which fields there are follows from the plan: its types are those of the rows, not of a collection.
    data: { ...content, slug: decision.slug, importedFrom: plan.key, _status: status } as never,
    draft: status === 'draft',
    depth: 0,
    overrideAccess: true,
    req,
  } as const
  const { id } =
    decision.act === 'make'
      ? await payload.create(options)
      : await payload.update({ ...options, id: decision.id })
  const stored = await readDocument(req, collection, id)
  const importMark = writeMark({
    source: writing.source,
    document: documentMark(collection, stored),
    isPublishing: writing.isPublishing,
  })
  await storeMark(req, { collection, id, importMark })
}

/** What a publication asks for may be missing: then it is kept as a draft, and the notes say why. */
export const write = async (writing: Writing): Promise<void> => {
  const attempt = async (status: 'draft' | 'published') => {
    const req = await createLocalReq(
      { context: { ...IMPORT_CONTEXT }, locale: DEFAULT_LANGUAGE },
      writing.payload,
    )
    await atOnce(req, () => save(req, writing, status))
  }
  if (!writing.isPublishing) return attempt('draft')
  try {
    await attempt('published')
  } catch (error) {
    if (!(error instanceof ValidationError)) throw error
    writing.notes.add('_status', 'kept as a draft', reasonOf(error))
    await attempt('draft')
  }
}

/** For whoever runs the import. A failed query shows its text and values: those say nothing to people. */
export const reasonOf = (error: unknown): string => {
  if (error instanceof ValidationError) {
    return error.data.errors.map(({ path, message }) => `${path}: ${message}`).join(' ')
  }
  const { message, cause } = error instanceof Error ? error : new Error(String(error))
  return cause instanceof Error ? cause.message : message
}
