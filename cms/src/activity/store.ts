// What GitHub said last, in Payload's own key-value store: a copy that can be had again.
import type { Payload } from 'payload'
import { z } from 'zod'
import { ACTIVITY } from '../limits.ts'
import { shape } from '../public-api/shapes/registry.ts'

const KEY = 'github-activity'

export const activityShape = shape(
  'Activity',
  z.object({
    login: z.string(),
    /** When GitHub said so. */
    at: z.iso.datetime(),
    total: z.int(),
    /** Oldest first. */
    days: z.array(z.object({ day: z.iso.date(), count: z.int() })),
  }),
)

export type Activity = z.output<typeof activityShape>

export const keepActivity = (payload: Payload, activity: Activity): Promise<void> =>
  payload.kv.set(KEY, activity)

export const forgetActivity = (payload: Payload): Promise<void> => payload.kv.delete(KEY)

/** Nothing when it was never had, or so long ago that it is no news. `nowMs`: tests move it. */
export const readActivity = async (
  payload: Payload,
  nowMs = Date.now(),
): Promise<Activity | undefined> => {
  const { data } = activityShape.safeParse(await payload.kv.get(KEY))
  return data && nowMs - Date.parse(data.at) < ACTIVITY.believedMs ? data : undefined
}
