// Who is told, and how one message is handed over. The one place that knows the address.
import { signWebhook } from '@shellfolio/runtime/webhook'
import type { CmsEnv } from '../env.ts'
import { SENTENCE } from '../fields/text-lengths.ts'
import { OUTBOX as LIMITS } from '../limits.ts'

export type Receiver = {
  url: string
  /** Shared with the receiver. */
  key: string
}

/** `status`: of the answer, if there was one. `error`: why the message counts as not taken, in words. */
export type Outcome = { status?: number; error?: string }

export const siteReceiver = (env: Pick<CmsEnv, 'SITE_INTERNAL_URL' | 'WEBHOOK_KEY'>): Receiver => ({
  url: `${env.SITE_INTERNAL_URL}/api/revalidate`,
  key: env.WEBHOOK_KEY,
})

const wordsOf = (error: unknown): string => {
  const { name, cause } = error as { name?: string; cause?: { code?: string } }
  if (name === 'TimeoutError')
    return `The site did not answer in ${LIMITS.requestTimeoutMs / 1000} s.`
  if (cause?.code === 'ECONNREFUSED') return 'Nobody listens at the address of the site.'
  if (cause?.code === 'ENOTFOUND') return 'The name of the site is not known.'
  return `The site could not be reached${cause?.code ? ` (${cause.code})` : ''}.`
}

const refusalOf = async (response: Response): Promise<string> => {
  await response.body?.cancel()
  if (response.status === 401)
    return 'The site did not accept the signature: do both have the same WEBHOOK_KEY?'
  return `The site answered ${response.status}.`
}

/** Sends `body` once, signed with the time of now. Never rejects. */
export const send = async (body: string, { url, key }: Receiver): Promise<Outcome> => {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...signWebhook(body, key) },
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(LIMITS.requestTimeoutMs),
    })
    const { status, ok } = response
    if (!ok) return { status, error: await refusalOf(response) }
    await response.body?.cancel()
    return { status }
  } catch (error) {
    return { error: wordsOf(error).slice(0, SENTENCE) }
  }
}
