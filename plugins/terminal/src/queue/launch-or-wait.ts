// A ticket when there is room and nobody is overtaken, else a place in the queue.
import type { LaunchPlace, LaunchTicket } from '@shellfolio/protocol'
import { Refusal } from '../errors.ts'
import { positionOf } from './estimate.ts'
import type { Room } from './followers.ts'
import { hashPlace, mintPlace } from './place.ts'
import type { Queue, QueueEntry } from './queue.ts'

export type Launch = {
  queue: Queue
  room: Pick<Room, 'turnover'>
  /** Refuses what no waiting can mend: terminals that are switched off, a demo that is not there. @throws {Refusal} */
  check: (entry: QueueEntry) => Promise<void>
  /** As in a {@link Turn}. */
  mint: (entry: QueueEntry) => Promise<LaunchTicket>
}

const unavailable = (): never => {
  throw new Refusal('service-unavailable')
}

/** `undefined`: every terminal is in use. */
const mintNow = ({ mint }: Launch, entry: QueueEntry) =>
  mint(entry).catch((error: unknown) => {
    if (error instanceof Refusal && error.code === 'terminal-full') return undefined
    throw error
  })

/** @throws {Refusal} of `check` and `mint`; `queue-full`, `rate-limited` for too many places of one address */
export const launchOrWait = async (
  launch: Launch,
  entry: QueueEntry,
): Promise<LaunchTicket | LaunchPlace> => {
  const { queue, room } = launch
  if (await queue.wouldOvertake(entry).catch(unavailable)) await launch.check(entry)
  else {
    const ticket = await mintNow(launch, entry)
    if (ticket) return ticket
  }
  const place = mintPlace()
  const joined = await queue.join(hashPlace(place), entry).catch(unavailable)
  if (joined === 'queue-full') throw new Refusal('queue-full')
  if (joined === 'address-full') {
    const detail = 'Several visitors wait for a terminal from here already.'
    throw new Refusal('rate-limited', { detail })
  }
  const endsMs = await room.turnover().catch(() => [])
  return { place, ...positionOf({ endsMs, position: joined.position, nowMs: Date.now() }) }
}
