// Reads and writes redirects inside the transaction of the request that it is given.
import type { CollectionSlug, PayloadRequest, Where } from 'payload'
import type { Redirect } from '../payload-types.ts'
import { addressOf, documentsAt } from './addresses.ts'

/** Where a redirect leads: a document, wherever it is by then, or an address. */
export type Target =
  | { target: 'document'; document: NonNullable<Redirect['document']>; address?: null }
  | { target: 'address'; address: string; document?: null }

export type Document = { collection: string; id: string }

type Row = {
  id: string
  slug?: string
  _status?: string
  /** When it was thrown into the trash. */
  deletedAt?: string | null
  /** Of a position: whether the owner shows it. */
  active?: boolean | null
}

/** On the context while redirects are kept by us: those changes are checked and reported with the document's. */
export const AUTOMATIC = 'isAutomaticRedirect'

/** Whether visitors see this row of a collection with drafts. */
export const isPublicRow = (row: Row | null | undefined): row is Row =>
  row?._status === 'published' && !row.deletedAt && row.active !== false

/** The row that visitors are shown; drafts lie elsewhere. */
export const publicRow = async <Found extends Row>(
  req: PayloadRequest,
  collection: string,
  where: Where,
): Promise<Found | undefined> => {
  const row = await req.payload.db.findOne<Found>({
    collection: collection as CollectionSlug,
    where: { and: [where, { _status: { equals: 'published' } }] },
    req,
  })
  return isPublicRow(row) ? row : undefined
}

/** The published document whose page is at `path`. */
export const documentAt = async (
  req: PayloadRequest,
  path: string,
): Promise<Document | undefined> => {
  for (const { collection, slug } of documentsAt(path)) {
    const row = await publicRow(req, collection, { slug: { equals: slug } })
    if (row) return { collection, id: row.id }
  }
  return undefined
}

/** Where the page of `document` is now; undefined while it has none. */
export const pathOf = async (
  req: PayloadRequest,
  { collection, id }: Document,
): Promise<string | undefined> => {
  const row = await publicRow(req, collection, { id: { equals: id } })
  return row?.slug ? addressOf(collection, row.slug) : undefined
}

export const documentOf = ({
  document,
}: Partial<Pick<Redirect, 'document'>>): Document | undefined => {
  if (!document) return undefined
  const { relationTo, value } = document
  return { collection: relationTo, id: typeof value === 'string' ? value : value.id }
}

export const toDocument = ({ collection, id }: Document): Target => ({
  target: 'document',
  document: { relationTo: collection, value: id } as NonNullable<Redirect['document']>,
  address: null,
})

export const targetOf = (
  redirect: Partial<Pick<Redirect, 'address' | 'document'>>,
): Target | undefined => {
  const document = documentOf(redirect)
  if (document) return toDocument(document)
  return redirect.address
    ? { target: 'address', address: redirect.address, document: null }
    : undefined
}

/** The redirect that starts at `path`. */
export const redirectFrom = async (
  req: PayloadRequest,
  path: string,
): Promise<Redirect | undefined> => {
  const { docs } = await req.payload.find({
    collection: 'redirects',
    where: { from: { equals: path } },
    depth: 0,
    limit: 1,
    overrideAccess: true,
    req,
  })
  return docs[0]
}

/** Runs `work` with changes to redirects neither checked nor reported by themselves. */
export const automatically = async (
  req: PayloadRequest,
  work: () => Promise<unknown>,
): Promise<void> => {
  const before = req.context[AUTOMATIC]
  req.context[AUTOMATIC] = true
  try {
    await work()
  } finally {
    req.context[AUTOMATIC] = before
  }
}

export const removeRedirects = (req: PayloadRequest, where: Where): Promise<void> =>
  automatically(req, () =>
    req.payload.delete({ collection: 'redirects', where, depth: 0, overrideAccess: true, req }),
  )

/** Redirects that lead to `path` lead to `target` from now on, so that nobody is sent on twice. */
export const redirectPast = (req: PayloadRequest, path: string, target: Target): Promise<void> =>
  automatically(req, () =>
    req.payload.update({
      collection: 'redirects',
      where: { address: { equals: path } },
      data: target,
      depth: 0,
      overrideAccess: true,
      req,
    }),
  )
