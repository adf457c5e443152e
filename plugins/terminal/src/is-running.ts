// Whether a session runs: asked of its service, not assumed, for a place outlives its session by up to one look of the watcher.
import { unavailable } from './mint.ts'
import { asFailure, ServiceFailure } from './service/failure.ts'
import type { SessionRecord } from './sessions/sessions.ts'
import type { WatchedState } from './state.ts'

/** Nothing runs on a service that is given up. @throws {Refusal} when one that may come back does not say */
export const isRunning = async (
  { service, fleet }: Pick<WatchedState, 'service' | 'fleet'>,
  record: Pick<SessionRecord, 'sid' | 'service'>,
): Promise<boolean> => {
  const running = await service.sessions(record.service).catch(asFailure)
  if (running instanceof ServiceFailure) {
    const isGivenUp = await fleet.isGivenUp(record.service, running).catch(unavailable)
    return isGivenUp ? false : unavailable()
  }
  return running.sessions.some(({ sid, state }) => sid === record.sid && state !== 'ending')
}
