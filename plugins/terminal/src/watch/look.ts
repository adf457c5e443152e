// One look at what runs: leases of what does are extended, places of what does not are given back, what may not is ended.
import { atOnce } from '../at-once.ts'
import type { Collect } from '../history/collector.ts'
import { COLLECT_TIMEOUT_MS, DOCUMENTS_TIMEOUT_MS, ENDS_AT_ONCE, UNLISTED_MS } from '../limits.ts'
import { ServiceFailure } from '../service/failure.ts'
import type { Running, RunningSession, ServiceClient } from '../service/service-client.ts'
import type { SessionSummary, Sessions } from '../sessions/sessions.ts'
import { inTime } from './in-time.ts'
import type { Permissions } from './permissions.ts'
import type { Troubles, WatchLog } from './troubles.ts'

export const SUBJECTS = {
  service: 'The terminal service does not say which sessions run.',
  orders: 'The terminal service does not end sessions that may not run.',
  store: 'The store of sessions does not answer.',
  documents: 'The CMS does not say which demos may run.',
  history: 'Sessions that ended cannot be kept.',
} as const
export type Subject = keyof typeof SUBJECTS

export type LookParts = {
  sessions: Sessions
  service: Pick<ServiceClient, 'sessions' | 'end'>
  collect: Collect
  permissions: () => Pick<Permissions, 'areOn' | 'runnable'>
  troubles: Troubles<Subject>
  /** Sessions that operators started, as the store last said; kept from look to look. */
  startedByOperators: Set<string>
  log: WatchLog
}

export type Sight = {
  /** Sessions that the service listed; none when it did not answer. */
  listed: string[]
  /** Sessions that hold a place after the look; `undefined` when the store did not say. */
  held: Set<string> | undefined
  /** Whether one of them is on its way out. */
  isEnding: boolean
  /** Whether all that had ended is kept. */
  isKept: boolean
}

/** What services said, and which of them said nothing; `lost` ones of those are given up. */
type Heard = {
  running: ReadonlySet<string>
  silent: ReadonlySet<string>
  lost: ReadonlySet<string>
}

/**
 * Begun, not running, and not so young that the relay may still be on its way to the service; on a silent one, only what
 * is given up with it. Pure.
 */
const isGone = (
  { sid, service, begunForMs }: SessionSummary,
  { running, silent, lost }: Heard,
  arrived: ReadonlySet<string>,
): boolean => {
  if (begunForMs === undefined || running.has(sid)) return false
  if (silent.has(service)) return lost.has(service)
  return begunForMs >= UNLISTED_MS || arrived.has(sid)
}

/**
 * `arrived`: sessions to which no relay is on its way any more: the service has listed them, or the relay let go.
 * Never rejects.
 */
export const look = async (
  { sessions, service, collect, permissions, troubles, startedByOperators, log }: LookParts,
  arrived: ReadonlySet<string>,
): Promise<Sight> => {
  /** `undefined` when it failed; then nothing follows from it. */
  const attempt = async <T>(subject: Subject, work: () => Promise<T>): Promise<T | undefined> => {
    try {
      const result = await work()
      troubles.over(subject)
      return result
    } catch (error) {
      troubles.met(subject, error)
      return undefined
    }
  }

  /** Not to hear from the service is not to hear that a session is over. */
  const hold = async (error: unknown): Promise<Sight> => {
    const held = await attempt('store', async () => {
      const all = await sessions.list()
      const begun = all.filter(({ begunForMs }) => begunForMs !== undefined)
      await sessions.seen(begun.map(({ sid }) => sid))
      return new Set(all.map(({ sid }) => sid))
    })
    // While nothing runs the service may be away: nobody misses it, and a launch is told.
    if (held?.size !== 0) troubles.met('service', error)
    return { listed: [], held, isEnding: false, isKept: true }
  }

  /** While nothing runs there, a service may be away. */
  const tellOfSilence = (unheard: number, lost: number) => {
    if (unheard > 0) troubles.met('service', new ServiceFailure('unreachable'))
    if (lost === 0) return
    log.info({ msg: 'Sessions were given up: their terminal service is gone.', count: lost })
  }

  const settle = async (heard: Heard) =>
    attempt('store', async () => {
      await sessions.seen([...heard.running])
      const all = await sessions.list()
      startedByOperators.clear()
      for (const { sid, by } of all) if (by === 'operator') startedByOperators.add(sid)
      const gone = all.filter((place) => isGone(place, heard, arrived))
      const rest = all.filter((place) => !gone.includes(place))
      const unheard = rest.filter(({ service: its }) => heard.silent.has(its))
      if (unheard.length > 0) await sessions.seen(unheard.map(({ sid }) => sid))
      for (const { sid } of gone) await sessions.release(sid)
      tellOfSilence(unheard.length, gone.filter(({ service: its }) => heard.lost.has(its)).length)
      return { all, held: new Set(rest.map(({ sid }) => sid)) }
    })

  /** An operator tries what visitors cannot see yet, but nobody runs anything while terminals are switched off. */
  const forbiddenOf = async (live: RunningSession[]) => {
    const { areOn, runnable } = permissions()
    const demos = await runnable(live.map(({ demoId }) => demoId))
    const mayOperators = startedByOperators.size > 0 && (await areOn())
    return live.filter(({ sid, demoId }) =>
      startedByOperators.has(sid) ? !mayOperators : !demos.has(demoId),
    )
  }

  const end = async ({ sid, demoId }: RunningSession) => {
    if (!(await service.end(sid))) return
    log.info({ msg: 'A terminal was ended: its demo may not run any more.', sid, demo: demoId })
  }

  /** How many were told to end. */
  const endForbidden = async (listed: RunningSession[]): Promise<number> => {
    const live = listed.filter(({ state }) => state !== 'ending')
    if (live.length === 0) return 0
    // A slow database must not keep the next look from extending leases.
    const forbidden = await attempt('documents', async () =>
      inTime(forbiddenOf(live), DOCUMENTS_TIMEOUT_MS),
    )
    if (!forbidden || forbidden.length === 0) return 0
    await attempt('orders', async () => {
      // One that fails does not save the others.
      const results = await atOnce(forbidden, ENDS_AT_ONCE, (each) =>
        Promise.allSettled([end(each)]),
      )
      const failed = results.flat().find((result) => result.status === 'rejected')
      if (failed) throw failed.reason
    })
    return forbidden.length
  }

  let running: Running
  try {
    running = await service.sessions()
  } catch (error) {
    return hold(error)
  }
  const { silent = [], lost = [], answered } = running
  if (silent.length === 0) troubles.over('service')
  const listed = running.sessions.map(({ sid }) => sid)
  const heard = { running: new Set(listed), silent: new Set(silent), lost: new Set(lost) }
  const settled = await settle(heard)
  const ended = await endForbidden(running.sessions)
  const isEnding = ended > 0 || running.sessions.some(({ state }) => state === 'ending')
  // Last, and for a time only: nobody waits for it.
  const isKept = await attempt('history', async () => {
    await inTime(collect(settled?.all ?? [], answered), COLLECT_TIMEOUT_MS)
    return true
  })
  return { listed, held: settled?.held, isEnding, isKept: isKept ?? false }
}
