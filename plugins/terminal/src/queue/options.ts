// The queue's bounds as both implementations take them.
import {
  FULL_RETRY_S,
  MAX_PLACES_PER_ADDRESS,
  MAX_QUEUE,
  PLACE_GRACE_S,
  TURN_LEASE_S,
} from '../limits.ts'
import type { QueueOptions } from './queue.ts'

export type QueueBounds = Required<Omit<QueueOptions, 'now'>>

export const boundsOf = (options: QueueOptions): QueueBounds => ({
  maxPlaces: options.maxPlaces ?? MAX_QUEUE,
  maxPerAddress: options.maxPerAddress ?? MAX_PLACES_PER_ADDRESS,
  graceMs: options.graceMs ?? PLACE_GRACE_S * 1000,
  leaseMs: options.leaseMs ?? TURN_LEASE_S * 1000,
  retryMs: options.retryMs ?? FULL_RETRY_S * 1000,
})
