// How this CMS sends mail: by the server in SMTP_URL, or not at all.
import { nodemailerAdapter } from '@payloadcms/email-nodemailer'
import { createTransport } from 'nodemailer'
import type { Config, EmailAdapter } from 'payload'
import type { CmsEnv } from './env.ts'
import { CONTACT } from './limits.ts'

/** Without a server an owner sets a new password for whoever has lost theirs, and messages wait in the inbox only. */
const noMail: EmailAdapter = ({ payload }) => ({
  name: 'none',
  defaultFromAddress: 'nobody@invalid',
  defaultFromName: 'Nobody',
  sendEmail: async () => {
    payload.logger.warn('A mail was asked for, but this CMS sends none.')
  },
})

const timeout = CONTACT.smtpTimeoutMs

/** How the server at `url` is spoken to. */
export const smtpOptions = (url: string) => ({
  url,
  connectionTimeout: timeout,
  greetingTimeout: timeout,
  socketTimeout: timeout,
  // Texts that strangers wrote never name files or addresses to be fetched.
  disableFileAccess: true,
  disableUrlAccess: true,
})

/** The server is first spoken to when there is something to send: a CMS starts without it. */
export const mail = ({
  SMTP_URL,
  MAIL_FROM,
}: Pick<CmsEnv, 'SMTP_URL' | 'MAIL_FROM'>): Config['email'] =>
  SMTP_URL && MAIL_FROM
    ? nodemailerAdapter({
        defaultFromAddress: MAIL_FROM,
        defaultFromName: 'Shellfolio',
        skipVerify: true,
        transport: createTransport(smtpOptions(SMTP_URL)),
      })
    : noMail
