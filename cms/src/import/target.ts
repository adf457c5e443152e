// What is here already for a row, and what is to be done with it.
import type { PayloadRequest, Where } from 'payload'
import { readRows } from '../diagrams/store.ts'
import { freeSlug } from '../fields/free-slug.ts'
import { isTranslated } from '../languages/texts.ts'
import { documentMark, readMark } from './fingerprint.ts'
import type { Collection, Plan } from './plan.ts'

export type Doc = Record<string, unknown> & { id: string }

export type Decision =
  | { act: 'make'; slug: string }
  | { act: 'update'; slug: string; id: string }
  | { act: 'nothing'; outcome: 'left alone' | 'unchanged'; why?: string }

export type Wish = {
  /** Mark of what the row says now. */
  source: string
  isPublishing: boolean
  isOverwriting: boolean
}

/** The newest version, as comparisons take it: ids instead of documents. */
export const readDocument = async (
  req: PayloadRequest,
  collection: Collection,
  id: string,
): Promise<Doc> => {
  const doc = await req.payload.findByID({
    collection,
    id,
    depth: 0,
    draft: true,
    trash: true,
    overrideAccess: true,
    req,
  })
  return doc as unknown as Doc
}

const find = async (req: PayloadRequest, collection: Collection, where: Where) => {
  const { docs } = await req.payload.find({
    collection,
    where,
    depth: 0,
    limit: 1,
    pagination: false,
    draft: true,
    trash: true,
    overrideAccess: true,
    req,
  })
  const [doc] = docs
  return doc ? readDocument(req, collection, doc.id) : undefined
}

const NUMBERED = /:\d+$/
const kindOf = (key: string) => key.slice(0, key.indexOf(':'))

/** An export with numbers and one without name the same row differently. */
const isSameRow = (key: string, other: string): boolean =>
  kindOf(key) === kindOf(other) && !(NUMBERED.test(key) && NUMBERED.test(other))

const nothing = (outcome: 'left alone' | 'unchanged', why?: string): Decision => ({
  act: 'nothing',
  outcome,
  ...(why ? { why } : {}),
})

const decideFor = (doc: Doc, { collection }: Plan, wish: Wish): Decision | undefined => {
  if (doc.deletedAt) return nothing('left alone', 'it is in the trash here')
  const mark = readMark(doc.importMark)
  const isEdited = mark?.document !== documentMark(collection, doc)
  if (isEdited) return wish.isOverwriting ? undefined : nothing('left alone', 'changed here since')
  const isPublishedNow = wish.isPublishing && !mark.isPublishing
  return mark.source === wish.source && !isPublishedNow ? nothing('unchanged') : undefined
}

/** An import makes the rows of lists anew, and what others wrote in them would be lost. */
const hasTranslation = async (
  req: PayloadRequest,
  collection: Collection,
  id: string,
): Promise<boolean> => {
  const { document, version } = await readRows({ collection, id }, req)
  const { flattenedFields } = req.payload.collections[collection].config
  const newest = version?.version ?? document
  return newest !== undefined && newest !== null && isTranslated(flattenedFields, newest)
}

export const decide = async (req: PayloadRequest, plan: Plan, wish: Wish): Promise<Decision> => {
  const { collection, key } = plan
  const update = async (doc: Doc): Promise<Decision> => {
    const settled = decideFor(doc, plan, wish)
    if (settled) return settled
    if (!wish.isOverwriting && (await hasTranslation(req, collection, doc.id))) {
      return nothing('left alone', 'translated here')
    }
    const slug = await freeSlug(plan.slug, { req, collection, id: doc.id })
    return { act: 'update', id: doc.id, slug }
  }
  const made = await find(req, collection, { importedFrom: { equals: key } })
  if (made) return update(made)
  const namesake = await find(req, collection, { slug: { equals: plan.slug } })
  if (namesake && !namesake.deletedAt) {
    const from = namesake.importedFrom
    if (typeof from === 'string' && isSameRow(key, from)) return update(namesake)
    if (typeof from !== 'string') {
      return wish.isOverwriting
        ? { act: 'update', id: namesake.id, slug: plan.slug }
        : nothing('left alone', 'a document that no import made has its address')
    }
  }
  return { act: 'make', slug: await freeSlug(plan.slug, { req, collection, id: undefined }) }
}
