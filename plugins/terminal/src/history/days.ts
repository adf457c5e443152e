// The sums of one day of one demo: numbers and counts by name, added to atomically whoever else adds to them.
import type { CollectionSlug, Payload, PayloadRequest } from 'payload'
import { z } from 'zod'
import { MAX_COUNTED_COMMANDS, MAX_DAY_TRIES } from '../limits.ts'
import { DAYS } from './collections.ts'
import type { EndedSession } from './ended.ts'
import { bucketOf } from './histogram.ts'

/** How often what, by name. */
export type Counts = Record<string, number>

export const DAY_NUMBERS = ['seen', 'launches', 'prompts', 'firstCommands', 'steps'] as const

export type DayNumbers = Record<(typeof DAY_NUMBERS)[number], number>
export type DayCounts = Record<'startTimes' | 'endReasons' | 'commands', Counts>

export type DayKey = {
  /** In UTC, `YYYY-MM-DD`. */
  day: string
  /** Id of the demo, which may be gone. */
  demo: string
}

const counts = z
  .record(z.string(), z.number())
  .nullish()
  .transform((value) => value ?? {})
const number = z.number().nonnegative()

/** The sums of a day as the database has them. */
export const daySums = z.object({
  day: z.string(),
  seen: number,
  launches: number,
  prompts: number,
  firstCommands: number,
  steps: number,
  startTimes: counts,
  endReasons: counts,
  commands: counts,
})

export type DaySums = z.output<typeof daySums>

export const utcDay = (time: number | string): string => new Date(time).toISOString().slice(0, 10)

/** What one session that ended adds to the day on which it was launched. */
export const changeOf = (
  session: EndedSession,
): { numbers: Partial<DayNumbers>; counts: DayCounts } => {
  const { startMs, hasTyped, reason, commands } = session
  const hasStarted = startMs !== undefined
  return {
    numbers: { launches: 1, prompts: hasStarted ? 1 : 0, firstCommands: hasTyped ? 1 : 0 },
    counts: {
      startTimes: hasStarted ? { [bucketOf(startMs)]: 1 } : {},
      endReasons: { [reason]: 1 },
      commands,
    },
  }
}

/** Both together; `max` names at most, those of `some` first. */
export const addCounts = (some: Counts, more: Counts, max = Number.POSITIVE_INFINITY): Counts => {
  const sum = new Map(Object.entries(some))
  for (const [name, count] of Object.entries(more)) {
    const before = sum.get(name)
    if (before !== undefined || sum.size < max) sum.set(name, (before ?? 0) + count)
  }
  return Object.fromEntries(sum)
}

const invalid = z.object({ data: z.object({ errors: z.array(z.object({ path: z.string() })) }) })

/** By its shape: a bundler may have made several classes of Payload's one. */
export const isTaken = (error: unknown, field: string): boolean =>
  invalid.safeParse(error).data?.data.errors.some(({ path }) => path === field) ?? false

const keyOf = ({ day, demo }: DayKey) => `${day}:${demo}`

/** `relation`: the demo's id as the database has it, `null` when the demo is gone. */
export const ensureDay = async (
  payload: Payload,
  key: DayKey,
  relation: string | number | null,
): Promise<void> => {
  const collection = DAYS as CollectionSlug
  const where = { key: { equals: keyOf(key) } }
  const { totalDocs } = await payload.count({ collection, where, overrideAccess: true })
  if (totalDocs > 0) return
  try {
    await payload.create({
      collection,
      data: { key: keyOf(key), day: key.day, demo: relation } as never,
      depth: 0,
      overrideAccess: true,
    })
  } catch (error) {
    // Somebody else was faster.
    if (!isTaken(error, 'key')) throw error
  }
}

const increments = (numbers: Partial<DayNumbers>) =>
  Object.fromEntries(Object.entries(numbers).map(([name, by]) => [name, { $inc: by }]))

/** One statement; `$inc` of Payload's database adapters is a sum inside the database. The day must be there. */
export const addNumbers = async (
  req: PayloadRequest,
  key: DayKey,
  numbers: Partial<DayNumbers>,
): Promise<void> => {
  await req.payload.db.updateOne({
    collection: DAYS as CollectionSlug,
    where: { key: { equals: keyOf(key) } },
    data: increments(numbers),
    options: { atomic: true },
    req,
  })
}

/**
 * Counts by name are no columns of their own, so they are written only if nobody has counted a launch since they were read:
 * each change of them comes with one. The day must be there, and `numbers` must have launches.
 * @throws {Error} when others are faster again and again
 */
export const addSession = async (
  req: PayloadRequest,
  key: DayKey,
  { numbers, counts: more }: ReturnType<typeof changeOf>,
): Promise<void> => {
  const { payload } = req
  const collection = DAYS as CollectionSlug
  const where = { key: { equals: keyOf(key) } }
  for (let tries = 0; tries < MAX_DAY_TRIES; tries += 1) {
    const found = await payload.find({
      collection,
      where,
      depth: 0,
      limit: 1,
      pagination: false,
      overrideAccess: true,
      req,
    })
    const before = daySums.parse(found.docs[0])
    const changed: unknown = await payload.db.updateOne({
      collection,
      where: { and: [where, { launches: { equals: before.launches } }] },
      data: {
        ...increments(numbers),
        startTimes: addCounts(before.startTimes, more.startTimes),
        endReasons: addCounts(before.endReasons, more.endReasons),
        commands: addCounts(before.commands, more.commands, MAX_COUNTED_COMMANDS),
      },
      options: { atomic: true },
      req,
    })
    if (changed) return
  }
  throw new Error('The sums of a day change too fast.')
}
