// Takes a place for a session, on the best service that has one.
import { Refusal } from '../errors.ts'
import type { Unavailability } from '../health.ts'
import type { SessionLimits, SessionRecord, Sessions } from '../sessions/sessions.ts'
import { type Fleet, reasonFor } from './fleet.ts'

export type Booking = {
  fleet: Pick<Fleet, 'choices' | 'problemOf'>
  sessions: Pick<Sessions, 'reserve'>
  /** The project, as services name it. */
  workspace: string
  record: Omit<SessionRecord, 'service'>
  limits: Omit<SessionLimits, 'perService'>
}

const unavailable = (): never => {
  throw new Refusal('service-unavailable')
}

/**
 * The service on which the place is held, for as long as a ticket lives.
 * @throws {Refusal} `terminal-full` when there is no place, in all, for this demo, or on any service
 */
export const book = async ({ fleet, sessions, ...wanted }: Booking): Promise<string> => {
  const { record, limits, workspace } = wanted
  const { choices, problem, unplaced } = await fleet.choices(workspace).catch(unavailable)
  const capacity = limits.capacity - unplaced
  const reasons: Unavailability[] = []
  for (const { url: service, room: perService } of choices) {
    // An announcement is seconds old: a service that has died since must cost nobody their launch.
    const against = await fleet.problemOf(service)
    if (against) {
      reasons.push(against)
      continue
    }
    const bounds = { ...limits, capacity, perService }
    const taken = await sessions.reserve({ ...record, service }, bounds).catch(unavailable)
    if (taken === 'reserved') return service
    if (taken === 'full') throw new Refusal('terminal-full')
    if (taken === 'address-full') {
      const detail = 'Too many terminals are open from here. End one of them first.'
      throw new Refusal('rate-limited', { detail })
    }
    reasons.push('terminal-full')
  }
  throw new Refusal(reasonFor(reasons, problem))
}
