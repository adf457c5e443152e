// When a service that does not answer is given up, with all that ran there. Pure.
import { LOST_AFTER_MS, LOST_IN_SILENCE_MS } from '../limits.ts'
import type { ServiceFailure } from '../service/failure.ts'
import type { KnownHost } from './host.ts'

/**
 * Whether a service that did not answer is given up: it said that it leaves, or was not heard for long, and refuses
 * connections; or for very long, when it does not even do that.
 */
export const isLost = (host: KnownHost | undefined, { kind }: ServiceFailure): boolean => {
  const silentMs = host?.silentMs ?? Number.POSITIVE_INFINITY
  if (kind === 'unreachable') return host?.leaving === true || silentMs >= LOST_AFTER_MS
  return kind === 'timeout' && silentMs >= LOST_IN_SILENCE_MS
}

/** The same for the one at `url`; that of the configuration may never have announced itself, and is waited for. */
export const isGivenUp = (
  url: string,
  failure: ServiceFailure,
  { known, internalUrl }: { known: readonly KnownHost[]; internalUrl: string },
): boolean => {
  const host = known.find((each) => each.url === url)
  return url === internalUrl && !host ? false : isLost(host, failure)
}
