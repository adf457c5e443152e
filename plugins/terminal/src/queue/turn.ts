// One turn: a ticket for the visitor whose turn it is, or why there is none.
import type { LaunchTicket, Problem } from '@shellfolio/protocol'
import { problem } from '@shellfolio/protocol'
import { Refusal } from '../errors.ts'
import type { QueueEntry } from './queue.ts'

/** What a turn needs of the launch; comes with each follower, since only a request knows its Payload. */
export type Turn = {
  /** Takes a terminal and mints its ticket. @throws {Refusal} `terminal-full` when there is none */
  mint: (entry: QueueEntry) => Promise<LaunchTicket>
  /** Whether a terminal is free at all; then `terminal-full` means that this demo is full. */
  hasRoom: () => Promise<boolean>
  /** Gives the terminal of a ticket back that reached nobody. */
  release: (ticket: LaunchTicket) => Promise<void>
}

export type TurnResult =
  | { outcome: 'served'; ticket: LaunchTicket }
  | { outcome: 'full' | 'demo-full' }
  | { outcome: 'refused' | 'unavailable'; problem: Problem }

/** Codes that would be everybody's answer: the rest of the queue is not asked at once. */
const UNAVAILABLE = new Set(['service-unavailable', 'sandbox-unavailable'])

const refusalOf = ({ code, detail }: Refusal): TurnResult => ({
  outcome: UNAVAILABLE.has(code) ? 'unavailable' : 'refused',
  problem: problem(code, detail),
})

/** `log` hears of errors that nobody may be told. `timeoutMs`: what comes later is given back. */
export const takeTurn = async (
  { mint, hasRoom, release }: Turn,
  entry: QueueEntry,
  { timeoutMs, log }: { timeoutMs: number; log: (error: unknown) => void },
): Promise<TurnResult> => {
  const minted = mint(entry)
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), timeoutMs)
  })
  try {
    const ticket = await Promise.race([minted, late])
    if (ticket !== 'late') return { outcome: 'served', ticket }
    minted.then(release).catch(() => undefined)
    return refusalOf(new Refusal('service-unavailable'))
  } catch (error) {
    if (!(error instanceof Refusal)) {
      log(error)
      return { outcome: 'unavailable', problem: problem('internal') }
    }
    if (error.code !== 'terminal-full') return refusalOf(error)
    const isDemoFull = await hasRoom().catch(() => false)
    return { outcome: isDemoFull ? 'demo-full' : 'full' }
  } finally {
    clearTimeout(timer)
  }
}
