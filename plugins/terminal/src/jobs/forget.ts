// The nightly job that forgets what is kept for a time only. Sums of days stay.
import type { CollectionSlug, TaskConfig } from 'payload'
import { PAST_SESSIONS } from '../history/collections.ts'
import { DAY_MS, FORGET_CRON } from '../limits.ts'
import type { TerminalSettings } from '../options.ts'
import { nightlyTask } from './nightly.ts'

/** Name of the task and of its queue in Payload's jobs. */
export const FORGET = 'terminal-forget'

export const forgetTask = ({ historyDays }: Pick<TerminalSettings, 'historyDays'>): TaskConfig =>
  nightlyTask({
    slug: FORGET,
    label: 'Forget old sessions',
    cron: FORGET_CRON,
    handler: async ({ req: { payload } }) => {
      const before = new Date(Date.now() - historyDays * DAY_MS).toISOString()
      await payload.delete({
        collection: PAST_SESSIONS as CollectionSlug,
        where: { endedAt: { less_than: before } },
        overrideAccess: true,
      })
      return { output: {} }
    },
  })
