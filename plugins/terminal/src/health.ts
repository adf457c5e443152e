// Whether a terminal service can take a session, asked cheaply: one request serves every launch of a second.
import type { ProblemCode } from '@shellfolio/protocol'
import { z } from 'zod'
import { HEALTH_TIMEOUT_MS, HEALTH_TTL_MS, MAX_HEALTH_BYTES } from './limits.ts'
import { ask as askService } from './service/ask.ts'

/** What matters in the answer of the service; other fields are ignored. */
const answer = z.object({
  sandbox: z.object({ available: z.boolean(), mode: z.string().max(40).optional() }).optional(),
  sessions: z.number().int().nonnegative().optional(),
  capacity: z.number().int().positive().optional(),
  draining: z.boolean().optional(),
})

export type Unavailability = Extract<
  ProblemCode,
  'service-unavailable' | 'sandbox-unavailable' | 'terminal-full'
>

export type HealthReport = {
  /** `undefined`: it can take a session. */
  problem?: Unavailability
  running?: number | undefined
  capacity?: number | undefined
  draining?: boolean | undefined
  /** How it confines programs. */
  sandbox?: string | undefined
}

export type Health = { look: () => Promise<HealthReport> }

const AWAY: HealthReport = { problem: 'service-unavailable' }

const judge = (body: unknown, isOk: boolean): HealthReport => {
  const { data } = answer.safeParse(body)
  if (!data) return AWAY
  const { sandbox, sessions: running, capacity, draining } = data
  const report = { running, capacity, draining }
  if (sandbox?.available === false) return { ...report, problem: 'sandbox-unavailable' }
  const found = { ...report, sandbox: sandbox?.mode ?? 'available' }
  if (!isOk || draining) return { ...found, problem: 'service-unavailable' }
  const isFull = (running ?? 0) >= (capacity ?? Number.POSITIVE_INFINITY)
  return isFull ? { ...found, problem: 'terminal-full' } : found
}

/** `url`: origin of the service. `now`: milliseconds; tests move it. */
export const createHealth = (url: string, { now = Date.now } = {}): Health => {
  let last: { at: number; result: Promise<HealthReport> } | undefined

  const ask = async (): Promise<HealthReport> => {
    try {
      const { status, text } = await askService({
        method: 'GET',
        url: `${url}/healthz`,
        timeoutMs: HEALTH_TIMEOUT_MS,
        maxBytes: MAX_HEALTH_BYTES,
      })
      return judge(JSON.parse(text), status >= 200 && status < 300)
    } catch {
      return AWAY
    }
  }

  return {
    look: () => {
      if (!last || now() - last.at >= HEALTH_TTL_MS) last = { at: now(), result: ask() }
      return last.result
    },
  }
}
