// What the terminal service tells of sessions that are over, as the plugin believes it.
import { z } from 'zod'
import { MAX_ENDED_SESSIONS } from '../limits.ts'

const count = z.number().int().nonnegative()

/** Fields that a later service may add are dropped. */
const endedSession = z.object({
  seq: count,
  sid: z.string().min(1).max(64),
  demoId: z.string().min(1).max(128),
  startedAt: z.iso.datetime(),
  endedAt: z.iso.datetime(),
  reason: z.string().min(1).max(32),
  exitCode: z.number().int().nullable(),
  bytesIn: count,
  bytesOut: count,
  peakMemoryBytes: count,
  cpuMs: count,
  startMs: count.optional(),
  hasTyped: z.boolean(),
  commands: z.record(z.string().min(1).max(200), count),
})

export const endedPage = z.object({
  /** Another one is another process of the service, whose numbers begin anew. */
  epoch: z.string().min(1).max(64),
  /** The oldest first. */
  sessions: z.array(endedSession).max(MAX_ENDED_SESSIONS),
  hasMore: z.boolean(),
})

export type EndedSession = z.output<typeof endedSession>
export type EndedPage = z.output<typeof endedPage>
