// The plugin's view of the terminal service's HTTP side: which sessions run, and their end by the owner's order.
import type { ControlGrant } from '@shellfolio/protocol'
import { z } from 'zod'
import type { Grants } from '../grants.ts'
import { MAX_LISTED_SESSIONS, SERVICE_TIMEOUT_MS } from '../limits.ts'
import { ask, type Question, type Reply } from './ask.ts'
import { ServiceFailure } from './failure.ts'

/** Fields that a later service may add are dropped. */
const runningSession = z.object({
  sid: z.string().min(1).max(64),
  demoId: z.string().min(1).max(128),
  /** `starting`, `live`, `detached` or `ending`; a later service may know more. */
  state: z.string().max(32),
  /** ISO 8601. */
  startedAt: z.string().max(40),
  idleMs: z.number().nonnegative(),
  viewers: z.number().int().nonnegative(),
})

const running = z.object({
  sessions: z.array(runningSession).max(MAX_LISTED_SESSIONS),
  capacity: z.number().int().nonnegative(),
  draining: z.boolean(),
})

/** One session as the service lists it. */
export type RunningSession = z.output<typeof runningSession>
export type Running = z.output<typeof running>

/** Every method throws {@link ServiceFailure}. */
export type ServiceClient = {
  /** What runs now. */
  sessions: () => Promise<Running>
  /** Ends one session; `false` when there is none such. */
  end: (sid: string) => Promise<boolean>
  /** No new sessions from now on; those that run go on. */
  drain: () => Promise<void>
  /** Breaks off what is being asked; everything fails after it. */
  close: () => void
}

export type ServiceClientOptions = {
  /** Origin of the service. */
  internalUrl: string
  grants: Pick<Grants, 'control'>
  /** @default 3000 */
  timeoutMs?: number
}

const parse = (text: string): Running => {
  try {
    return running.parse(JSON.parse(text))
  } catch {
    throw new ServiceFailure('nonsense')
  }
}

export const createServiceClient = ({
  internalUrl,
  grants,
  timeoutMs = SERVICE_TIMEOUT_MS,
}: ServiceClientOptions): ServiceClient => {
  const closing = new AbortController()

  const order = async (
    method: Question['method'],
    path: string,
    control: ControlGrant,
  ): Promise<Reply> => {
    const { signal } = closing
    const grant = await grants.control(control)
    return ask({ method, url: internalUrl + path, grant, timeoutMs, signal })
  }

  return {
    sessions: async () => {
      const { status, text } = await order('GET', '/sessions', { action: 'sessions' })
      if (status !== 200) throw new ServiceFailure('refused', status)
      return parse(text)
    },
    end: async (sid) => {
      const path = `/sessions/${encodeURIComponent(sid)}`
      const { status } = await order('DELETE', path, { action: 'end', sid })
      if (status === 404) return false
      if (status !== 202) throw new ServiceFailure('refused', status)
      return true
    },
    drain: async () => {
      const { status } = await order('POST', '/drain', { action: 'drain' })
      if (status !== 202) throw new ServiceFailure('refused', status)
    },
    close: () => closing.abort(),
  }
}
