// The plugin's view of the terminal service's HTTP side: which sessions run, and their end by the owner's order.
import type { ControlGrant } from '@shellfolio/protocol'
import { z } from 'zod'
import type { Grants } from '../grants.ts'
import { type EndedPage, endedPage } from '../history/ended.ts'
import {
  MAX_CAST_BYTES,
  MAX_LISTED_SESSIONS,
  RECORDING_TIMEOUT_MS,
  SERVICE_TIMEOUT_MS,
  TRIAL_TIMEOUT_MS,
} from '../limits.ts'
import { type BuildReport, buildReport, type SmokeReport, smokeReport } from '../trials/reports.ts'
import { ask, type Question, type Reply } from './ask.ts'
import { ServiceFailure } from './failure.ts'

const count = z.number().nonnegative()

/** Fields that a later service may add are dropped; what only lists show may be absent. */
const runningSession = z.object({
  sid: z.string().min(1).max(64),
  demoId: z.string().min(1).max(128),
  /** `starting`, `live`, `detached` or `ending`; a later service may know more. */
  state: z.string().max(32),
  /** ISO 8601. */
  startedAt: z.string().max(40),
  idleMs: z.number().nonnegative(),
  viewers: z.number().int().nonnegative(),
  title: z.string().max(500).default(''),
  bytesOut: count.default(0),
  usage: z.object({ memoryBytes: count, cpuMs: count, processes: count }).optional(),
})

const running = z.object({
  sessions: z.array(runningSession).max(MAX_LISTED_SESSIONS),
  capacity: z.number().int().nonnegative(),
  draining: z.boolean(),
})

/** One session as the service lists it; `service` is its origin, where several are asked. */
export type RunningSession = z.output<typeof runningSession> & { service?: string }

/**
 * Where several are asked, their origins: those that answered, those that did not, and those of them that are given up with
 * all that ran there.
 */
export type Running = Omit<z.output<typeof running>, 'sessions'> & {
  sessions: RunningSession[]
  answered?: string[]
  silent?: string[]
  lost?: string[]
}

/**
 * Every method throws {@link ServiceFailure}. `service`: origin of the one that is meant, where there are several; without
 * it all are.
 */
export type ServiceClient = {
  /** What runs now. */
  sessions: (service?: string) => Promise<Running>
  /** A page of what has ended after number `seq` of its list; each service has its own. */
  ended: (seq: number, service?: string) => Promise<EndedPage>
  /** Ends one session; `false` when there is none such. */
  end: (sid: string) => Promise<boolean>
  /** Shows a line to everybody at the session; `false` when there is none such. */
  notify: (sid: string, text: string) => Promise<boolean>
  /** No new sessions from now on; those that run go on. */
  drain: (service?: string) => Promise<void>
  /** Makes a project ready for its first visitor, or tells why it cannot be. */
  build: (order: Order) => Promise<BuildReport>
  /** Runs a demo's commands and compares what they print. */
  smoke: (order: Order) => Promise<SmokeReport>
  /**
   * The finished asciicast of a session as the service wrote it, not judged yet; `undefined` when there is none (yet).
   * Without `service` the one that has the session is looked for.
   */
  recording: (sid: string, service?: string) => Promise<string | undefined>
  /** Forgets it there; `false` when there is none. */
  removeRecording: (sid: string, service?: string) => Promise<boolean>
  /** Breaks off what is being asked; everything fails after it. */
  close: () => void
}

type Order = Extract<ControlGrant, { demo: unknown }>

export type ServiceClientOptions = {
  /** Origin of the service. */
  internalUrl: string
  grants: Pick<Grants, 'control'>
  /** @default 3000 */
  timeoutMs?: number
  /** What a recording may take. @default 30000 */
  recordingTimeoutMs?: number
  /** Aborted by `close`; several clients may share it. @default one of its own */
  closing?: AbortController
}

const parse = <T>(schema: z.ZodType<T>, text: string): T => {
  try {
    return schema.parse(JSON.parse(text))
  } catch {
    throw new ServiceFailure('nonsense')
  }
}

export const createServiceClient = ({
  internalUrl,
  grants,
  timeoutMs = SERVICE_TIMEOUT_MS,
  recordingTimeoutMs = RECORDING_TIMEOUT_MS,
  closing = new AbortController(),
}: ServiceClientOptions): ServiceClient => {
  const order = async (
    method: Question['method'],
    path: string,
    control: ControlGrant,
    bounds: Partial<Pick<Question, 'timeoutMs' | 'maxBytes'>> = {},
  ): Promise<Reply> => {
    const { signal } = closing
    const grant = await grants.control(control)
    return ask({ method, url: internalUrl + path, grant, timeoutMs, ...bounds, signal })
  }

  /** `undefined` when there is none such. */
  const orderRecording = async (method: 'GET' | 'DELETE', sid: string, wanted: number) => {
    const path = `/recordings/${encodeURIComponent(sid)}`
    const bounds = { timeoutMs: recordingTimeoutMs, maxBytes: MAX_CAST_BYTES }
    const { status, text } = await order(method, path, { action: 'recording', sid }, bounds)
    if (status === 404) return undefined
    if (status !== wanted) throw new ServiceFailure('refused', status)
    return text
  }

  /** Whether there is such a session. */
  const orderTo = async (
    method: Question['method'],
    sid: string,
    control: ControlGrant,
    what = '',
  ): Promise<boolean> => {
    const path = `/sessions/${encodeURIComponent(sid)}${what}`
    const { status } = await order(method, path, control)
    if (status === 404) return false
    if (status !== 202) throw new ServiceFailure('refused', status)
    return true
  }

  const tell = async <T>(schema: z.ZodType<T>, path: string, control: ControlGrant): Promise<T> => {
    const { status, text } = await order('GET', path, control)
    if (status !== 200) throw new ServiceFailure('refused', status)
    return parse(schema, text)
  }

  const tryOut = async <T>(schema: z.ZodType<T>, path: string, wanted: Order): Promise<T> => {
    const { status, text } = await order('POST', path, wanted, { timeoutMs: TRIAL_TIMEOUT_MS })
    if (status !== 200) throw new ServiceFailure('refused', status)
    return parse(schema, text)
  }

  return {
    sessions: () => tell(running, '/sessions', { action: 'sessions' }),
    ended: (seq) => tell(endedPage, `/sessions/ended?after=${seq}`, { action: 'ended' }),
    end: (sid) => orderTo('DELETE', sid, { action: 'end', sid }),
    notify: (sid, text) => orderTo('POST', sid, { action: 'notify', sid, text }, '/notice'),
    drain: async () => {
      const { status } = await order('POST', '/drain', { action: 'drain' })
      if (status !== 202) throw new ServiceFailure('refused', status)
    },
    build: (wanted) => tryOut(buildReport, '/builds', wanted),
    smoke: (wanted) => tryOut(smokeReport, '/smoke', wanted),
    recording: (sid) => orderRecording('GET', sid, 200),
    removeRecording: async (sid) => (await orderRecording('DELETE', sid, 204)) !== undefined,
    close: () => closing.abort(),
  }
}
