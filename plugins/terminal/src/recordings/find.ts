// Finds recordings to play: the published one of a demo, or any by its id.
import type { CollectionSlug, Payload, Where } from 'payload'
import { z } from 'zod'
import { RECORDINGS } from './collection.ts'

const played = z.object({
  title: z.string(),
  cols: z.number(),
  rows: z.number(),
  durationMs: z.number(),
  /** Rows of spans and escaped text: the plugin made it, and nobody can write it. */
  poster: z
    .string()
    .nullish()
    .transform((value) => value ?? ''),
  cast: z.string(),
})

/** What a player is given; without `cast` for those who only show the poster. */
export type PlayedRecording = Omit<z.output<typeof played>, 'cast'> & { cast?: string }

const PARTS = { title: true, cols: true, rows: true, durationMs: true, poster: true } as const

/** Where everyone finds the recording of a demo, below the API. */
export const recordingPath = (demo: string): string => `/terminal/demos/${demo}/recording`

/** The recordings of a demo that its owner shows. */
export const isShownOf = (demo: string): Where => ({
  and: [{ demo: { equals: demo } }, { kind: { equals: 'demo' } }, { published: { equals: true } }],
})

export const findLatest = async (
  payload: Payload,
  where: Where,
  select: Record<string, true>,
): Promise<unknown> => {
  const { docs } = await payload.find({
    collection: RECORDINGS as CollectionSlug,
    where,
    select,
    sort: '-createdAt',
    depth: 0,
    limit: 1,
    pagination: false,
    showHiddenFields: true,
    overrideAccess: true,
  })
  return docs[0]
}

/** The latest that `where` selects. A cast has megabytes. */
export const readRecording = async (
  payload: Payload,
  where: Where,
  { withCast }: { withCast: boolean },
): Promise<PlayedRecording | undefined> => {
  const select = withCast ? { ...PARTS, cast: true as const } : PARTS
  const schema = withCast ? played : played.omit({ cast: true })
  return schema.safeParse(await findLatest(payload, where, select)).data
}

/** What `recordingPath` answers, without the cast, for pages that show the poster. Of the demo itself it asks nothing. */
export const publishedRecording = (
  payload: Payload,
  demo: string,
): Promise<PlayedRecording | undefined> =>
  readRecording(payload, isShownOf(demo), { withCast: false })
