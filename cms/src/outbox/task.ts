// Sends one message to the site. A failure makes Payload try again, later each time.
import { signWebhook } from '@shellfolio/runtime/webhook'
import type { TaskConfig } from 'payload'
import { OUTBOX as LIMITS } from '../limits.ts'
import { type Change, changeBody, OUTBOX } from './change.ts'
import { afterEmptying } from './empty-cache.ts'

export type OutboxOptions = {
  /** Origin of the site as this process reaches it. */
  siteUrl: string
  /** Shared with the site. */
  key: string
}

/** @throws when the site does not accept the message within the time limit */
const send = async (change: Change, { siteUrl, key }: OutboxOptions): Promise<void> => {
  const body = changeBody(change)
  const response = await fetch(`${siteUrl}/api/revalidate`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...signWebhook(body, key) },
    body,
    redirect: 'error',
    signal: AbortSignal.timeout(LIMITS.requestTimeoutMs),
  })
  await response.body?.cancel()
  if (!response.ok) throw new Error(`The site answered ${response.status}.`)
}

export const outboxTask = (options: OutboxOptions): TaskConfig<typeof OUTBOX> => ({
  slug: OUTBOX,
  label: 'Tell the site about a change',
  retries: {
    attempts: LIMITS.maxRetries,
    backoff: { type: 'exponential', delay: LIMITS.retryDelayMs },
  },
  inputSchema: [
    { name: 'id', type: 'text', required: true },
    { name: 'collection', type: 'text', required: true },
    { name: 'slug', type: 'text' },
    { name: 'previousSlug', type: 'text' },
  ],
  handler: async ({ input, req }) => {
    const { id, collection, slug, previousSlug } = input
    const change = {
      id,
      collection,
      ...(slug ? { slug } : {}),
      ...(previousSlug ? { previousSlug } : {}),
    }
    await afterEmptying(req.payload, () => send(change, options))
    return { output: {} }
  },
})
