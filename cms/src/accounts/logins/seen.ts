// Notes when a login was last used: Payload's own check of the cookie, and a line in the database about once a minute.
import { sql } from '@payloadcms/db-postgres'
import { type AuthStrategy, JWTAuthentication, type Payload } from 'payload'
import { z } from 'zod'
import { SEEN } from '../../limits.ts'
import { onItsOwn } from '../sql.ts'

/** Whether it is time to write about `key` again; `now`: milliseconds. Bounded: when full, all are forgotten. */
export const createSeen = ({ now = Date.now } = {}) => {
  const last = new Map<string, number>()
  return (key: string): boolean => {
    const at = now()
    if (at - (last.get(key) ?? Number.NEGATIVE_INFINITY) < SEEN.everyMs) return false
    if (last.size >= SEEN.maxRemembered) last.clear()
    last.set(key, at)
    return true
  }
}

const user = z.object({ collection: z.literal('users'), _sid: z.string() })

const note = async (payload: Payload, session: string) => {
  try {
    await onItsOwn(payload, sql`update logins set seen_at = now() where session = ${session}`)
  } catch (err) {
    payload.logger.warn({ err, msg: 'It was not noted that a login was used.' })
  }
}

/** Before Payload's strategy of the same kind, which decides when this one finds nobody. */
export const seenStrategy = (): AuthStrategy => {
  const isDue = createSeen()
  return {
    name: 'seen',
    authenticate: async (args) => {
      const result = await JWTAuthentication({ ...args, strategyName: 'local-jwt' })
      const session = user.safeParse(result.user).data?._sid
      if (session !== undefined && isDue(session)) await note(args.payload, session)
      return result
    },
  }
}
