// What somebody planned: which document is to appear or to go. As the admin's form queues it.
import { z } from 'zod'

/** Payload's own task. */
export const SCHEDULE = 'schedulePublish'

export type Plan = { collection: string; id: string; type: 'publish' | 'unpublish' }

const input = z.object({
  type: z.enum(['publish', 'unpublish']).catch('publish'),
  doc: z.object({ relationTo: z.string(), value: z.string() }),
})

/** `undefined` for a plan about no document. */
export const planOf = (value: unknown): Plan | undefined => {
  const { data } = input.safeParse(value)
  return data && { collection: data.doc.relationTo, id: data.doc.value, type: data.type }
}
