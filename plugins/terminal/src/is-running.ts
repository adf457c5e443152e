// Whether a session runs: asked of its service, not assumed, for a place outlives its session by up to one look of the watcher.
import { unavailable } from './mint.ts'
import type { SessionRecord } from './sessions/sessions.ts'
import type { WatchedState } from './state.ts'

/** Nothing runs on a service that has gone. @throws {Refusal} when one that is there does not say */
export const isRunning = async (
  { service, fleet }: Pick<WatchedState, 'service' | 'fleet'>,
  record: Pick<SessionRecord, 'sid' | 'service'>,
): Promise<boolean> => {
  const running = await service.sessions(record.service).catch(() => undefined)
  if (!running) {
    return (await fleet.isAlive(record.service).catch(unavailable)) ? unavailable() : false
  }
  return running.sessions.some(({ sid, state }) => sid === record.sid && state !== 'ending')
}
