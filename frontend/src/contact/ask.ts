// Asks the CMS for a form, and hands it what a visitor sends by it.
import { z } from 'zod'
import { askCms } from '../cms/client.ts'
import { siteEnv } from '../env.ts'
import { LIMITS } from '../limits.ts'
import { REFUSALS, type Refusal, type Submission } from './form.ts'

const tokenSchema = z.object({ token: z.string().min(1).max(LIMITS.contact.maxToken) })

/** A token for one form; null while the CMS does not answer. */
export const readToken = async (): Promise<string | null> => {
  const answer = await askCms({ path: 'contact', schema: tokenSchema }).catch(() => null)
  return answer?.token ?? null
}

const problemSchema = z.object({ code: z.enum(REFUSALS) })

/** `retryAfter`: the header as it came. */
export type Sent = { refusal: Refusal | null; retryAfter: string | null }

/** `headers`: of the visitor's request, for the CMS to see who asks. Whatever goes wrong is a refusal. */
export const sendMessage = async (
  submission: Submission,
  headers: Record<string, string>,
): Promise<Sent> => {
  try {
    const response = await fetch(`${siteEnv().CMS_INTERNAL_URL}/api/contact`, {
      method: 'POST',
      headers: { ...headers, accept: 'application/json', 'content-type': 'application/json' },
      body: JSON.stringify(submission),
      redirect: 'error',
      signal: AbortSignal.timeout(LIMITS.cmsTimeoutMs),
    })
    if (response.ok) {
      await response.body?.cancel()
      return { refusal: null, retryAfter: null }
    }
    const problem = problemSchema.safeParse(await response.json())
    const refusal = problem.data?.code ?? 'unavailable'
    return { refusal, retryAfter: response.headers.get('retry-after') }
  } catch {
    return { refusal: 'unavailable', retryAfter: null }
  }
}
