// Whether a session runs: asked of the service, not assumed, for a place outlives its session by up to one look of the watcher.
import { unavailable } from './mint.ts'
import type { WatchedState } from './state.ts'

/** @throws {Refusal} when the service does not say */
export const isRunning = async (
  { service }: Pick<WatchedState, 'service'>,
  session: string,
): Promise<boolean> => {
  const { sessions } = await service.sessions().catch(unavailable)
  return sessions.some(({ sid, state }) => sid === session && state !== 'ending')
}
