// Places in this process: right for one replica. Lapsed ones are noticed by the next call, so no timer is needed.
import { LEASE_TTL_S, MAX_RECENT_ENDS, RESERVATION_TTL_S } from '../limits.ts'
import { createSignal } from '../signal.ts'
import type { SessionEnd, SessionRecord, SessionSummary, Sessions } from './sessions.ts'

type Place = { record: SessionRecord; leaseUntilMs: number; begunAtMs?: number }

/** `now`: milliseconds; tests move it. */
export const createMemorySessions = ({ now = () => Date.now() } = {}): Sessions => {
  const places = new Map<string, Place>()
  const freed = createSignal()
  let ends: SessionEnd[] = []

  const free = (sid: string) => {
    const place = places.get(sid)
    if (!place) return
    places.delete(sid)
    if (place.begunAtMs !== undefined) {
      const end = { atMs: now(), lastedMs: now() - place.begunAtMs }
      ends = [end, ...ends].slice(0, MAX_RECENT_ENDS)
    }
    queueMicrotask(freed.tell)
  }

  const held = () => {
    for (const [sid, { leaseUntilMs }] of places) if (leaseUntilMs <= now()) free(sid)
    return places
  }

  const summaryOf = ({ record, begunAtMs }: Place): SessionSummary => {
    const { sid, demo, service, addressHash, country, startedAtMs, by } = record
    const begun = begunAtMs === undefined ? {} : { begunForMs: now() - begunAtMs }
    const more = { ...(country ? { country } : {}), ...(by ? { by } : {}) }
    return { sid, demo, service, addressHash, startedAtMs, ...more, ...begun }
  }

  return {
    reserve: async (record, { capacity, perAddress, perDemo, perService }) => {
      const all = [...held().values()]
      const isDemo = ({ record: { demo } }: Place) => demo === record.demo
      if (all.length >= capacity || all.filter(isDemo).length >= perDemo) return 'full'
      const there = all.filter((place) => place.record.service === record.service)
      if (there.length >= perService) return 'service-full'
      const near = all.filter((place) => place.record.addressHash === record.addressHash)
      if (near.length >= perAddress) {
        // Insertion order: the first is the oldest.
        const unused = near.find((place) => isDemo(place) && place.begunAtMs === undefined)
        if (!unused) return 'address-full'
        places.delete(unused.record.sid)
      }
      places.set(record.sid, { record, leaseUntilMs: now() + RESERVATION_TTL_S * 1000 })
      return 'reserved'
    },
    begin: async (sid) => {
      const place = held().get(sid)
      if (!place) return false
      place.begunAtMs ??= now()
      place.leaseUntilMs = now() + LEASE_TTL_S * 1000
      return true
    },
    find: async (sid) => held().get(sid)?.record,
    seen: async (sids) => {
      for (const sid of sids) {
        const place = places.get(sid)
        if (place?.begunAtMs !== undefined) place.leaseUntilMs = now() + LEASE_TTL_S * 1000
      }
      held()
    },
    release: async (sid) => {
      held()
      free(sid)
    },
    list: async () => [...held().values()].map(summaryOf),
    onServices: async () => {
      const counts = new Map<string, number>()
      for (const { record, begunAtMs } of places.values()) {
        if (begunAtMs === undefined) continue
        counts.set(record.service, (counts.get(record.service) ?? 0) + 1)
      }
      return counts
    },
    count: async () => held().size,
    recentEnds: async () => {
      held()
      return [...ends]
    },
    onFreed: freed.on,
    close: async () => {
      freed.close()
      places.clear()
    },
  }
}
