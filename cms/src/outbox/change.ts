// What the site is told: that something which visitors can see has changed. It fetches the rest itself.
import { randomUUID } from 'node:crypto'

/** Name of the task and of its queue in Payload's jobs. */
export const OUTBOX = 'site-change'

export type Change = {
  /** Of this message: the same on every try, so that the site may ignore repetitions. */
  id: string
  /** Slug of the collection or global. */
  collection: string
  /** Of the document, where it has one. */
  slug?: string
  /** When the address of the document changed: the old one. */
  previousSlug?: string
}

const slugOf = (doc: unknown): string | undefined => {
  const slug = (doc as { slug?: unknown } | null | undefined)?.slug
  return typeof slug === 'string' && slug !== '' ? slug : undefined
}

/** The message for a document that was `before` and is `after`; either may be missing. */
export const changeOf = (collection: string, after: unknown, before?: unknown): Change => {
  const slug = slugOf(after)
  const previous = slugOf(before)
  return {
    id: randomUUID(),
    collection,
    ...(slug ? { slug } : {}),
    ...(previous && previous !== slug ? { previousSlug: previous } : {}),
  }
}

/** The message as it is sent. */
export const changeBody = ({ id, collection, slug, previousSlug }: Change): string =>
  JSON.stringify({
    id,
    event: 'changed',
    collection,
    ...(slug ? { slug } : {}),
    ...(previousSlug ? { previousSlug } : {}),
  })
