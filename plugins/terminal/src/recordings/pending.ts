// Which sessions are being recorded, and for what: kept in the database from before their first byte until their recording
// is stored or there is none, so that no restart leaves one behind.
import type { Payload } from 'payload'
import { z } from 'zod'
import { atOnce } from '../at-once.ts'
import { PENDING_AT_ONCE } from '../limits.ts'
import { RECORDING_KINDS } from './collection.ts'

const pending = z.object({
  session: z.string(),
  /** Id of the demo document. */
  demo: z.string(),
  kind: z.enum(RECORDING_KINDS),
  /** Origin of the service that has it; absent in what was written before that was kept. */
  service: z.string().optional(),
  /** Wall clock of whoever let it begin, milliseconds. */
  startedAtMs: z.number(),
  /** The session was over and its own service had no recording; since when, milliseconds. */
  missingSinceMs: z.number().optional(),
})

export type PendingRecording = z.output<typeof pending>

export type PendingRecordings = {
  add: (recording: PendingRecording) => Promise<void>
  find: (session: string) => Promise<PendingRecording | undefined>
  list: () => Promise<PendingRecording[]>
  remove: (session: string) => Promise<void>
}

const PREFIX = 'terminal-recording:'

/** In Payload's own key-value store: the host needs no collection for it. */
export const createPending = ({ kv }: Pick<Payload, 'kv'>): PendingRecordings => {
  const find: PendingRecordings['find'] = async (session) =>
    pending.safeParse(await kv.get(PREFIX + session)).data
  return {
    find,
    add: (recording) => kv.set(PREFIX + recording.session, recording),
    list: async () => {
      const keys = (await kv.keys()).filter((key) => key.startsWith(PREFIX))
      const found = await atOnce(keys, PENDING_AT_ONCE, (key) => find(key.slice(PREFIX.length)))
      return found.flatMap((recording) => recording ?? [])
    },
    remove: (session) => kv.delete(PREFIX + session),
  }
}
