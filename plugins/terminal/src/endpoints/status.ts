// GET /terminal/status: whether a launch would work, for pages and monitors. Says nothing about visitors.
import type { Endpoint, Payload } from 'payload'
import type { TerminalContext } from '../context.ts'
import { offered } from '../fleet/fleet.ts'
import { STATUS_TTL_MS } from '../limits.ts'
import { unavailable } from '../mint.ts'
import { answering, json } from './answer.ts'

export type TerminalStatus = {
  /** The owner's switch. */
  enabled: boolean
  /** Whether a launch would work now. */
  available: boolean
  /** Why not: a code of problem+json answers. */
  code?: string
  /** Places that are taken: sessions, and tickets that wait. */
  sessions: number
  capacity: number
  notice: string
  /** Whether a session would be recorded for the owner. */
  recorded: boolean
}

export const statusEndpoint = (context: TerminalContext): Endpoint => {
  let last: { at: number; status: Promise<TerminalStatus> } | undefined

  const ask = async (payload: Payload): Promise<TerminalStatus> => {
    const { documents, state } = context.mintContext(payload)
    const { enabled, capacity: wanted, notice, replay } = await documents.terminal()
    const sessions = await state.sessions.count().catch(unavailable)
    const hosts = await state.fleet.hosts().catch(unavailable)
    const capacity = offered(wanted, hosts)
    const full = sessions >= capacity ? 'terminal-full' : undefined
    const code = enabled
      ? (full ?? (await state.fleet.check().catch(unavailable)))
      : 'terminal-disabled'
    const isAvailable = code === undefined
    const why = code === undefined ? {} : { code }
    const { enabled: recorded } = replay
    return { enabled, available: isAvailable, ...why, sessions, capacity, notice, recorded }
  }

  return {
    path: '/terminal/status',
    method: 'get',
    handler: answering(async ({ payload }) => {
      if (!last || Date.now() - last.at >= STATUS_TTL_MS) {
        last = { at: Date.now(), status: ask(payload) }
      }
      return json(await last.status)
    }),
  }
}
