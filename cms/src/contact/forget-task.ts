// The nightly job that deletes messages whose day has come.
import { scheduledTask } from '@shellfolio/payload-terminal/jobs'
import type { Payload, TaskConfig } from 'payload'
import { CONTACT } from '../limits.ts'
import { MESSAGES } from './collection.ts'

/** Name of the task and of its queue in Payload's jobs. */
export const FORGET_MESSAGES = 'contact-forget'

export const forgetMessages = async (payload: Payload): Promise<void> => {
  await payload.delete({
    collection: MESSAGES,
    where: { deleteAfter: { less_than: new Date().toISOString() } },
    overrideAccess: true,
  })
}

export const forgetMessagesTask: TaskConfig = scheduledTask({
  slug: FORGET_MESSAGES,
  label: 'Delete old messages',
  cron: CONTACT.forgetCron,
  handler: async ({ req }) => {
    await forgetMessages(req.payload)
    return { output: {} }
  },
})
