// Keeps a finished recording as a document: judged, with its poster.
import type { CollectionSlug, Payload } from 'payload'
import { PAST_SESSIONS } from '../history/collections.ts'
import { isTaken } from '../history/days.ts'
import { ownId } from '../ids.ts'
import { type Cast, durationMs, encodeCast, isWhole, largestSize } from './asciicast.ts'
import { RECORDINGS } from './collection.ts'
import type { PendingRecording } from './pending.ts'
import { renderPoster } from './poster.ts'

export type Stored = Pick<PendingRecording, 'session' | 'demo' | 'kind'> & {
  title: string
  cast: Cast
  /** When it is deleted; absent for what is kept. */
  expiresAt?: Date
}

const collection = RECORDINGS as CollectionSlug

/** The id of the document of that session, if one was made before. */
const findStored = async (payload: Payload, session: string): Promise<string | undefined> => {
  const { docs } = await payload.find({
    collection,
    where: { session: { equals: session } },
    select: {},
    depth: 0,
    limit: 1,
    pagination: false,
    overrideAccess: true,
  })
  return docs[0] && String(docs[0].id)
}

/** A demo that was deleted meanwhile takes its name from its recordings. */
const demoOf = async (payload: Payload, slug: string, demo: string) => {
  const found = await payload.findByID({
    collection: slug as CollectionSlug,
    id: ownId(payload, slug, demo),
    select: {},
    depth: 0,
    disableErrors: true,
    overrideAccess: true,
  })
  return found ? ownId(payload, slug, demo) : null
}

/** The row of the session that ended leads to what it printed, where there is one by now. */
const linkPast = async (payload: Payload, session: string, recording: number | string) => {
  await payload.update({
    collection: PAST_SESSIONS as CollectionSlug,
    where: { session: { equals: session } },
    data: { recording } as never,
    depth: 0,
    overrideAccess: true,
  })
}

const make = async (
  payload: Payload,
  demos: string,
  { session, demo, kind, title, cast, expiresAt }: Stored,
): Promise<number | string> => {
  const text = encodeCast(cast)
  const made = await payload.create({
    collection,
    data: {
      title,
      published: false,
      kind,
      demo: await demoOf(payload, demos, demo),
      session,
      durationMs: Math.round(durationMs(cast)),
      bytes: Buffer.byteLength(text),
      ...largestSize(cast),
      isWhole: isWhole(cast),
      cast: text,
      poster: await renderPoster(cast),
      expiresAt: expiresAt?.toISOString() ?? null,
    } as never,
    depth: 0,
    overrideAccess: true,
  })
  return made.id
}

/** `demos`: slug of their collection. Once for each session: who comes later or loses the race is answered the first id. */
export const storeRecording = async (
  payload: Payload,
  demos: string,
  stored: Stored,
): Promise<string> => {
  const { session } = stored
  const before = await findStored(payload, session)
  if (before !== undefined) return before
  try {
    const made = await make(payload, demos, stored)
    await linkPast(payload, session, made)
    return String(made)
  } catch (error) {
    const first = isTaken(error, 'session') ? await findStored(payload, session) : undefined
    if (first === undefined) throw error
    return first
  }
}
