// What the site is told: that something which visitors can see has changed, and where it shows. It fetches the rest itself.
import { randomUUID } from 'node:crypto'

/** Name of the task by which earlier versions sent messages. */
export const OUTBOX = 'site-change'
export const DELIVERIES = 'webhook-deliveries'

/** A document with a page, by its collection and slug. */
export type Page = { collection: string; slug: string }

/** Where else a change shows. `isEverywhere`: on more pages than are worth naming, or on all. */
export type Reach = { related: Page[]; isEverywhere: boolean }

export const NOWHERE_ELSE: Reach = { related: [], isEverywhere: false }
export const EVERYWHERE: Reach = { related: [], isEverywhere: true }

export type Change = Reach & {
  /** Slug of the collection or global. */
  collection: string
  /** Of the document, where it has one and visitors see it. */
  slug?: string
  /** When the address of the document changed, or it vanished: the old one. */
  previousSlug?: string
}

const slugOf = (doc: unknown): string | undefined => {
  const slug = (doc as { slug?: unknown } | null | undefined)?.slug
  return typeof slug === 'string' && slug !== '' ? slug : undefined
}

/** The change of a document that was `before` and is `after`; either may be missing. */
export const changeOf = (
  collection: string,
  { after, before, reach = NOWHERE_ELSE }: { after?: unknown; before?: unknown; reach?: Reach },
): Change => {
  const slug = slugOf(after)
  const previous = slugOf(before)
  return {
    collection,
    ...(slug ? { slug } : {}),
    ...(previous && previous !== slug ? { previousSlug: previous } : {}),
    ...reach,
  }
}

/** For people: which document it is about. */
export const subjectOf = ({ collection, slug, previousSlug }: Change): string =>
  [collection, slug ?? previousSlug].filter(Boolean).join('/')

/** The message as it is sent, signed as a whole. `id` is the same on every try, so that the site knows repetitions. */
export const messageOf = (change: Change): { id: string; body: string } => {
  const id = randomUUID()
  return { id, body: JSON.stringify({ version: 2, id, event: 'changed', ...change }) }
}
