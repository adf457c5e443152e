// Reads the sums of days as the one who asks: the access of the collection decides, so viewers get nothing.
import type { CollectionSlug, PayloadRequest } from 'payload'
import { z } from 'zod'
import { idText } from '../ids.ts'
import { DAYS } from './collections.ts'
import { type DaySums, daySums } from './days.ts'

/** `from`: the first day, `YYYY-MM-DD`. @throws {Forbidden} for whoever may not operate terminals */
export const readDays = async (
  req: PayloadRequest,
  { from, demo }: { from: string; demo?: string | undefined },
): Promise<DaySums[]> => {
  const since = { day: { greater_than_equal: from } }
  const { docs } = await req.payload.find({
    collection: DAYS as CollectionSlug,
    where: demo === undefined ? since : { and: [since, { demo: { equals: demo } }] },
    depth: 0,
    pagination: false,
    overrideAccess: false,
    req,
  })
  return docs.flatMap((document) => daySums.safeParse(document).data ?? [])
}

const demo = z.object({
  id: idText,
  title: z.string().nullish(),
  enabled: z.boolean().nullish(),
})

export type DemoName = { id: string; title: string; isEnabled: boolean }

/** Demos that whoever asks may read, by title. */
export const readDemos = async (req: PayloadRequest, slug: string): Promise<DemoName[]> => {
  const { docs } = await req.payload.find({
    collection: slug as CollectionSlug,
    sort: 'title',
    select: { title: true, enabled: true },
    depth: 0,
    pagination: false,
    overrideAccess: false,
    req,
  })
  return docs.flatMap((document) => {
    const { data } = demo.safeParse(document)
    return data
      ? [{ id: data.id, title: data.title ?? data.id, isEnabled: data.enabled === true }]
      : []
  })
}
