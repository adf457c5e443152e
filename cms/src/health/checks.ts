// What the CMS needs and how it is asked whether it is well. Sentences are for staff and name no addresses.
import { createTransport } from 'nodemailer'
import type { Payload } from 'payload'
import { smtpOptions } from '../email.ts'
import type { CmsEnv } from '../env.ts'
import { HEALTH } from '../limits.ts'
import { checkBucket, checkFolder } from './storage-check.ts'
import { checkTerminals } from './terminal-check.ts'

/** `degraded`: it works, but not as it should. */
export const STATES = { up: 'Well', degraded: 'Works in part', down: 'Away' } as const
export type State = keyof typeof STATES

export const CHECKS = {
  database: 'Database',
  storage: 'Uploaded files',
  site: 'Public site',
  terminal: 'Terminal service',
  mail: 'Mail server',
} as const
export type CheckName = keyof typeof CHECKS

export type Finding = { state: State; sentence: string }

/** Rejects for whatever is away. */
type Ask = (signal: AbortSignal) => Promise<Finding>

const well = (sentence: string): Finding => ({ state: 'up', sentence })

const askDatabase = async (payload: Payload): Promise<Finding> => {
  const begun = performance.now()
  await payload.db.pool.query('select 1')
  return performance.now() - begun > HEALTH.slowDatabaseMs
    ? { state: 'degraded', sentence: 'It answers slowly.' }
    : well('It answers.')
}

const askSite = async (origin: string, signal: AbortSignal): Promise<Finding> => {
  const response = await fetch(`${origin}/healthz`, { signal, redirect: 'manual' })
  await response.body?.cancel()
  return response.ok
    ? well('It answers.')
    : { state: 'degraded', sentence: `It answers ${response.status}.` }
}

const askMail = async (url: string, signal: AbortSignal): Promise<Finding> => {
  const transport = createTransport(smtpOptions(url))
  signal.addEventListener('abort', () => transport.close(), { once: true })
  try {
    await transport.verify()
    return well('It takes mail from this CMS.')
  } finally {
    transport.close()
  }
}

/** How each thing that this CMS has is asked; without a mail server that is no check. */
export const checksOf = (payload: Payload, env: CmsEnv): Map<CheckName, Ask> => {
  const { SMTP_URL } = env
  return new Map<CheckName, Ask>([
    ['database', () => askDatabase(payload)],
    ['storage', (signal) => (env.S3_BUCKET ? checkBucket(env, signal) : checkFolder(env))],
    ['site', (signal) => askSite(env.SITE_INTERNAL_URL, signal)],
    ['terminal', checkTerminals],
    ...(SMTP_URL
      ? [['mail', (signal: AbortSignal) => askMail(SMTP_URL, signal)] as [CheckName, Ask]]
      : []),
  ])
}

/** What kind of trouble it is; what an error says beyond its code may name addresses. */
const sentenceOf = (error: unknown): string => {
  const { cause, code } = error as { cause?: { code?: unknown }; code?: unknown }
  const known = [code, cause?.code].find((each) => typeof each === 'string' && each !== '')
  return known === undefined ? 'It cannot be used.' : `It cannot be used (${known}).`
}

/** Asks one, within the deadline. `ms`: how long the answer took. */
export const look = async (ask: Ask): Promise<Finding & { ms: number }> => {
  const begun = performance.now()
  const ending = new AbortController()
  let timer: NodeJS.Timeout | undefined
  const deadline = new Promise<Finding>((resolve) => {
    timer = setTimeout(() => {
      const seconds = HEALTH.deadlineMs / 1000
      resolve({ state: 'down', sentence: `It did not answer within ${seconds} seconds.` })
      ending.abort()
    }, HEALTH.deadlineMs)
  })
  const asked = (async () => ask(ending.signal))().catch(
    (error: unknown): Finding => ({ state: 'down', sentence: sentenceOf(error) }),
  )
  const finding = await Promise.race([asked, deadline])
  clearTimeout(timer)
  return { ...finding, ms: Math.round(performance.now() - begun) }
}
