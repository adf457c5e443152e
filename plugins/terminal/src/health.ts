// Whether the terminal service can take a session, asked cheaply: one request serves every launch of a second.
import type { ProblemCode } from '@shellfolio/protocol'
import { z } from 'zod'
import { HEALTH_TIMEOUT_MS, HEALTH_TTL_MS, MAX_HEALTH_BYTES } from './limits.ts'

/** What matters in the answer of the service; other fields are ignored. */
const answer = z.object({
  sandbox: z.object({ available: z.boolean() }).optional(),
  sessions: z.number().optional(),
  capacity: z.number().optional(),
})

/** `undefined`: it can take a session. */
export type Unavailability = Extract<
  ProblemCode,
  'service-unavailable' | 'sandbox-unavailable' | 'terminal-full'
>

export type Health = { check: () => Promise<Unavailability | undefined> }

const judge = (body: unknown, isOk: boolean): Unavailability | undefined => {
  const { data } = answer.safeParse(body)
  if (data?.sandbox?.available === false) return 'sandbox-unavailable'
  if (!isOk || !data) return 'service-unavailable'
  const { sessions = 0, capacity = Number.POSITIVE_INFINITY } = data
  return sessions >= capacity ? 'terminal-full' : undefined
}

/** `internalUrl`: origin of the service. `now`: milliseconds; tests move it. */
export const createHealth = (internalUrl: string, { now = Date.now } = {}): Health => {
  let last: { at: number; result: Promise<Unavailability | undefined> } | undefined

  const ask = async (): Promise<Unavailability | undefined> => {
    try {
      const response = await fetch(`${internalUrl}/healthz`, {
        redirect: 'error',
        signal: AbortSignal.timeout(HEALTH_TIMEOUT_MS),
      })
      const text = await response.text()
      if (text.length > MAX_HEALTH_BYTES) return 'service-unavailable'
      return judge(JSON.parse(text), response.ok)
    } catch {
      return 'service-unavailable'
    }
  }

  return {
    check: () => {
      if (!last || now() - last.at >= HEALTH_TTL_MS) last = { at: now(), result: ask() }
      return last.result
    },
  }
}
