// What the queue needs of the sessions: that a place became free, and how often that happens.
import type { Room } from './queue/followers.ts'
import type { Sessions } from './sessions/sessions.ts'

export const roomOf = (sessions: Pick<Sessions, 'onFreed' | 'recentEnds'>): Room => ({
  onFreed: sessions.onFreed,
  turnover: async () => (await sessions.recentEnds()).map(({ atMs }) => atMs),
})
