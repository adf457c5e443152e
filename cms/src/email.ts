// The CMS sends no mail: an owner sets a new password for whoever has lost theirs.
import type { EmailAdapter } from 'payload'

export const noMail: EmailAdapter = ({ payload }) => ({
  name: 'none',
  defaultFromAddress: 'nobody@invalid',
  defaultFromName: 'Nobody',
  sendEmail: async () => {
    payload.logger.warn('A mail was asked for, but this CMS sends none.')
  },
})
