// The contact form and its inbox, as parts of the config.
import { addressHasher } from '@shellfolio/payload-terminal/limiter'
import type { CollectionConfig, Endpoint, TaskConfig } from 'payload'
import type { CmsEnv } from '../env.ts'
import { CONTACT } from '../limits.ts'
import { messages } from './collection.ts'
import { contactEndpoints } from './endpoints.ts'
import { FORGET_MESSAGES, forgetMessagesTask } from './forget-task.ts'
import { formTokens } from './form-token.ts'
import { MAIL, mailTask } from './mail-task.ts'
import { sharedLimiter } from './shared-limiter.ts'

export type Contact = {
  collection: CollectionConfig
  endpoints: Endpoint[]
  tasks: TaskConfig[]
  autoRun: { cron: string; queue: string }[]
}

/** Without a mail server messages are kept in the inbox and sent to nobody. */
export const contact = ({
  PAYLOAD_SECRET,
  CMS_URL,
  CONTACT_TO,
  SMTP_URL,
}: Pick<CmsEnv, 'PAYLOAD_SECRET' | 'CMS_URL' | 'CONTACT_TO' | 'SMTP_URL'>): Contact => {
  const isMailed = SMTP_URL !== undefined && CONTACT_TO !== undefined
  const tasks = [
    forgetMessagesTask,
    // The same tasks whatever the settings: the database knows them by name.
    mailTask({ to: CONTACT_TO ?? '', cmsUrl: CMS_URL }),
  ]
  return {
    collection: messages,
    endpoints: contactEndpoints({
      tokens: formTokens(PAYLOAD_SECRET),
      limiter: sharedLimiter(),
      hashAddress: addressHasher(PAYLOAD_SECRET),
      isMailed,
    }),
    tasks,
    autoRun: [
      { cron: CONTACT.mailCron, queue: MAIL },
      { cron: '* * * * *', queue: FORGET_MESSAGES },
    ],
  }
}
