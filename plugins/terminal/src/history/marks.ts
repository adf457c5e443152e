// How far what ended on each service has been kept: in the database, so that neither a restart nor another replica begins anew.
import type { Payload } from 'payload'
import { z } from 'zod'

const mark = z.object({
  /** Of the list of the service: numbers of another one mean nothing. */
  epoch: z.string(),
  /** Number of the last session that was kept. */
  after: z.number().int().nonnegative(),
})

export type Mark = z.output<typeof mark>

/** `origin`: of the service; `undefined` where there is one only. */
export type Marks = {
  read: (origin: string | undefined) => Promise<Mark | undefined>
  /** Never moves it back within its epoch, for a replica may lag. */
  write: (origin: string | undefined, mark: Mark) => Promise<void>
}

const PREFIX = 'terminal-ended:'

/** In Payload's own key-value store: the host needs no collection for it. */
export const createMarks = (payloadNow: () => Pick<Payload, 'kv'>): Marks => {
  const read: Marks['read'] = async (origin = '') =>
    mark.safeParse(await payloadNow().kv.get(PREFIX + origin)).data
  return {
    read,
    write: async (origin = '', { epoch, after }) => {
      const stored = await read(origin)
      const least = stored?.epoch === epoch ? stored.after : 0
      await payloadNow().kv.set(PREFIX + origin, { epoch, after: Math.max(after, least) })
    },
  }
}
