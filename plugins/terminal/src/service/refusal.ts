// A failure of the terminal service as whoever asked the plugin is told of it.
import { Refusal } from '../errors.ts'
import { ServiceFailure } from './failure.ts'

/** For a rejection: whatever is no failure of the service stays what it is. */
export const ofService = (error: unknown): never => {
  throw error instanceof ServiceFailure ? new Refusal('service-unavailable') : error
}
