// Sums of views by day, bounded. What is in a row is all that is kept of a visit.
import { randomUUID } from 'node:crypto'
import { LIMITS } from '../../limits.ts'

/** `day`: `YYYY-MM-DD` in UTC. `name`: the path of a page, or the host of a site that linked to one. */
export type Count = { day: string; kind: 'page' | 'referrer'; name: string; views: number }
/** `id`: the same each time that the message is sent, so that its receiver adds it once. */
export type CountMessage = { id: string; counts: Count[] }

export type Tally = {
  add: (path: string, referrer?: string) => void
  /** What is to be sent now: the message that did not arrive, or what was counted since. */
  next: () => CountMessage | undefined
  /** The message of `next` is done with. */
  settle: () => void
}

/**
 * Holds one message on its way and the counts since it was put together; names beyond the bound are not counted. What
 * could not be sent for days is let go: by then its receiver may not know its id any more.
 */
export const createTally = (now: () => number = Date.now): Tally => {
  const limits = LIMITS.counts
  // Anybody can make up hosts: neither kind takes the room of the other, so that both fit in one message.
  const rooms = { page: limits.maxPages, referrer: limits.maxHosts }
  const nothing = () => ({ page: new Map<string, Count>(), referrer: new Map<string, Count>() })
  let open = nothing()
  let sent: { message: CountMessage; at: number } | undefined

  const addOne = (kind: Count['kind'], name: string) => {
    const day = new Date(now()).toISOString().slice(0, 10)
    const key = `${day} ${name}`
    const rows = open[kind]
    const known = rows.get(key)
    if (known) {
      known.views = Math.min(known.views + 1, limits.maxViews)
      return
    }
    if (rows.size < rooms[kind]) rows.set(key, { day, kind, name, views: 1 })
  }

  const isOld = (ms: number) => now() - ms > limits.keptMs

  const next = () => {
    if (sent && isOld(sent.at)) sent = undefined
    if (sent) return sent.message
    const all = [...open.page.values(), ...open.referrer.values()]
    const counts = all.filter(({ day }) => !isOld(Date.parse(day)))
    open = nothing()
    if (counts.length === 0) return undefined
    sent = { message: { id: randomUUID(), counts }, at: now() }
    return sent.message
  }

  return {
    add: (path, referrer) => {
      addOne('page', path)
      if (referrer !== undefined) addOne('referrer', referrer)
    },
    next,
    settle: () => {
      sent = undefined
    },
  }
}
