// Asks the CMS for a ticket, and turns every way that can fail into one sentence.
import { isProblemCode } from '@shellfolio/protocol'
import { TICKET_TIMEOUT_MS } from './limits.ts'
import { problemMessage } from './phase.ts'

export type TicketAnswer =
  | { ok: true; ticket: string; url: string }
  | { ok: false; message: string }

const UNREACHABLE = 'The server could not be reached. Check your connection and try again.'
const BUSY = 'The server is not available right now. Try again in a moment.'

type Body = { ticket?: unknown; url?: unknown; code?: unknown } | null

/** `fetcher`: stands in for `fetch` in tests. */
export const requestTicket = async (
  ticketsUrl: string,
  project: string,
  { signal, fetcher = fetch }: { signal?: AbortSignal; fetcher?: typeof fetch } = {},
): Promise<TicketAnswer> => {
  const timeout = AbortSignal.timeout(TICKET_TIMEOUT_MS)
  let response: Response
  try {
    response = await fetcher(ticketsUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ project }),
      credentials: 'omit',
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    })
  } catch {
    return { ok: false, message: UNREACHABLE }
  }
  const body = (await response.json().catch(() => null)) as Body
  if (!response.ok) {
    return { ok: false, message: isProblemCode(body?.code) ? problemMessage(body) : BUSY }
  }
  const { ticket, url } = body ?? {}
  if (typeof ticket !== 'string' || typeof url !== 'string' || !/^wss?:\/\//.test(url)) {
    return { ok: false, message: BUSY }
  }
  return { ok: true, ticket, url }
}
