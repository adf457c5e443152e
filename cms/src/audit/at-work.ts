// What of a write to something that has drafts is worth an entry, and what it did: the same for documents and globals.
import type { CollectionSlug, PayloadRequest } from 'payload'
import { AUDIT } from '../limits.ts'
import type { AuditAction } from './actions.ts'
import { AUDIT_LOG } from './record.ts'

/** `id`: of a document; none of a global. */
type Place = { slug: string; id?: unknown }

/** Typing saves every second: one entry says that somebody is at it. */
export const isKnownAtWork = async (req: PayloadRequest, { slug, id }: Place): Promise<boolean> => {
  const since = new Date(Date.now() - AUDIT.autosaveQuietMs).toISOString()
  const found = await req.payload.db.findOne({
    collection: AUDIT_LOG as CollectionSlug,
    where: {
      and: [
        { documentId: id === undefined ? { exists: false } : { equals: String(id) } },
        { place: { equals: slug } },
        { action: { in: ['create', 'draft'] } },
        { actorId: { equals: String(req.user?.id ?? '') } },
        { createdAt: { greater_than: since } },
      ],
    },
    req,
  })
  return Boolean(found)
}

/** `row`: the status of the public row before; `undefined` where there was none. */
export const actionOfStatus = (status: unknown, row: unknown): AuditAction => {
  if (status === 'published') return 'publish'
  return row === 'published' ? 'unpublish' : 'draft'
}
