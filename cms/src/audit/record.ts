// Writes one entry into the log, in the transaction of the request where it has one: both are kept, or neither.
import type { CollectionSlug, PayloadRequest } from 'payload'
import { LINE, SENTENCE } from '../fields/text-lengths.ts'
import { AUDIT } from '../limits.ts'
import { ACTIONS, type AuditAction } from './actions.ts'
import { actorOf } from './actor.ts'

export const AUDIT_LOG = 'audit-log'

export type AuditEvent = {
  action: AuditAction
  /** What it was done to. `place`: slug of a collection or global; `id` where it is a document; `title` for people. */
  target?: { place?: string; id?: number | string; title?: string | undefined }
  /** What changed, a line each. Never a password, key, token or the text of a message. */
  changes?: string[]
  /** Who it was, where the request has no account yet: a document of accounts with its `collection`. */
  user?: unknown
}

/** A control character is in no name, and Postgres takes neither a null byte nor half a character. */
const clean = (text: string, room: number): string =>
  Buffer.from(text.slice(0, room).replaceAll(/[^\P{Cc}\n]/gu, ' ')).toString('utf8')

/** Label of a collection or global, for people. */
const placeName = ({ payload }: PayloadRequest, place: string): string => {
  const collection = payload.collections[place as CollectionSlug]?.config.labels.singular
  const global = payload.config.globals.find(({ slug }) => slug === place)?.label
  const label = collection ?? global
  return typeof label === 'string' ? label.toLowerCase() : place
}

/** “Ada published the project “Compiler”.” */
const sentenceOf = (req: PayloadRequest, actor: string, { action, target }: AuditEvent): string => {
  const { place, title } = target ?? {}
  const what = [place ? `the ${placeName(req, place)}` : '', title ? `“${title}”` : '']
  return [actor, ACTIONS[action].sentence, ...what].filter(Boolean).join(' ')
}

/** Adds an entry. Rejects when the database does not take it, and then the change must not be kept either. */
export const audit = async (req: PayloadRequest, event: AuditEvent): Promise<void> => {
  const { action, target, changes = [], user } = event
  const who = actorOf(req, user)
  const { place, id, title } = target ?? {}
  // Below Payload's operations: those are refused to everybody, whatever they may override.
  await req.payload.db.create({
    collection: AUDIT_LOG as CollectionSlug,
    data: {
      ...who,
      actor: clean(who.actor, LINE),
      summary: clean(sentenceOf(req, who.actor, event), SENTENCE),
      action,
      ...(place ? { place } : {}),
      ...(id === undefined ? {} : { documentId: clean(String(id), LINE) }),
      ...(title ? { documentTitle: clean(title, LINE) } : {}),
      ...(changes.length > 0 ? { changes: clean(changes.join('\n'), AUDIT.changesChars) } : {}),
      createdAt: new Date().toISOString(),
    },
    req,
  })
}
