// Asks the CMS for a ticket, and turns every answer into a ticket, a place in the queue, or one sentence.
import {
  isLaunchPlace,
  isLaunchTicket,
  type LaunchPlace,
  type LaunchRequest,
  type LaunchTicket,
} from '@shellfolio/protocol'
import { TICKET_TIMEOUT_MS } from './limits.ts'
import { problemOf, refusedPhase } from './phase.ts'
import { failed, type Phase } from './terminal-state.ts'

/** `isFinal`: asking again would not help. */
export type Refused = { is: 'refused'; phase: Phase; isFinal: boolean }

export type LaunchAnswer =
  | { is: 'ticket'; ticket: LaunchTicket }
  | { is: 'place'; place: LaunchPlace }
  | Refused

export type PostOptions = {
  signal?: AbortSignal
  fetcher?: typeof fetch
  /** Says who asks, by the page's cookies: for addresses that are not for everyone. */
  isLoggedIn?: boolean
}

const UNREACHABLE: Refused = {
  is: 'refused',
  phase: failed('The server could not be reached. Check your connection and try again.'),
  isFinal: false,
}

/** What an error means; `status` decides where the body is no problem of ours. */
export const refusedBy = (body: unknown, status: number): Refused => {
  const code = problemOf(body)
  const isPassing = status >= 500 || status === 408 || status === 429
  return {
    is: 'refused',
    phase: refusedPhase(code),
    isFinal: !isPassing || code === 'terminal-disabled',
  }
}

/** One JSON request as the chain wants it: no cookies unless they are wanted, no cache, a body that holds every secret. */
export const post = (
  url: string,
  body: unknown,
  { signal, fetcher = fetch, isLoggedIn = false }: PostOptions,
): Promise<Response> =>
  fetcher(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    cache: 'no-store',
    credentials: isLoggedIn ? 'same-origin' : 'omit',
    ...(signal ? { signal } : {}),
  })

/** An address beside the tickets': `path` instead of the last segment. */
export const besideTickets = (ticketsUrl: string, path: string): string =>
  ticketsUrl.replace(/[^/?#]*\/?(?:[?#].*)?$/, () => path)

/** `fetcher`: stands in for `fetch` in tests. */
export const requestLaunch = async (
  ticketsUrl: string,
  request: LaunchRequest | Record<string, never>,
  { signal, fetcher = fetch, isLoggedIn = false }: PostOptions = {},
): Promise<LaunchAnswer> => {
  const timeout = AbortSignal.timeout(TICKET_TIMEOUT_MS)
  const response = await post(ticketsUrl, request, {
    signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    fetcher,
    isLoggedIn,
  }).catch(() => undefined)
  if (!response) return UNREACHABLE
  const body: unknown = await response.json().catch(() => undefined)
  if (response.status === 202 && isLaunchPlace(body)) return { is: 'place', place: body }
  if (response.ok && isLaunchTicket(body)) return { is: 'ticket', ticket: body }
  // A success of another shape is a server that does not know this protocol: trying again is worth it, trusting is not.
  return refusedBy(body, response.ok ? 502 : response.status)
}
