// Takes over messages that an earlier version had queued as jobs when it was replaced: each becomes a delivery.
import type { TaskConfig } from 'payload'
import { EVERYWHERE, OUTBOX } from './change.ts'
import { queueChange } from './queue.ts'

export const outboxTask: TaskConfig<typeof OUTBOX> = {
  slug: OUTBOX,
  label: 'Tell the site about a change',
  retries: 3,
  inputSchema: [
    { name: 'id', type: 'text', required: true },
    { name: 'collection', type: 'text', required: true },
    { name: 'slug', type: 'text' },
    { name: 'previousSlug', type: 'text' },
  ],
  handler: async ({ input: { collection, slug, previousSlug }, req }) => {
    await queueChange(req, {
      collection,
      ...(slug ? { slug } : {}),
      ...(previousSlug ? { previousSlug } : {}),
      ...EVERYWHERE,
    })
    return { output: {} }
  },
}
