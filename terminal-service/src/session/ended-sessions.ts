// The latest sessions that ended, numbered, so that whoever keeps their history hears of each and of none twice.
import { MAX_ENDED_PER_ANSWER, MAX_ENDED_SESSIONS } from '../limits.ts'
import type { PastSession } from './ledger.ts'

export type EndedSession = PastSession & {
  /** Grows with each end, from 1 in every epoch. */
  seq: number
}

export type EndedPage = {
  /** Another one is another list, whose numbers begin anew. It outlives restarts. */
  epoch: string
  /** The oldest first. */
  sessions: EndedSession[]
  /** Whether there are more behind them. */
  hasMore: boolean
}

/** What outlives the process. */
export type EndedStore = {
  /** The oldest first. */
  before: readonly EndedSession[]
  add: (added: EndedSession, kept: readonly EndedSession[]) => void
}

export class EndedSessions {
  readonly #epoch: string
  readonly #max: number
  readonly #store: EndedStore | undefined
  #kept: EndedSession[]
  #seq = 0

  /** `max`: how many are kept; the oldest go first. */
  constructor(epoch: string, max = MAX_ENDED_SESSIONS, store?: EndedStore) {
    this.#epoch = epoch
    this.#max = max
    this.#store = store
    this.#kept = [...(store?.before ?? [])]
    const last = this.#kept.at(-1)?.seq
    // The time, for some that were told may not have been written: theirs are no numbers for others.
    if (last !== undefined) this.#seq = Math.max(last, Date.now())
  }

  add(past: PastSession): void {
    this.#seq += 1
    const added = { ...past, seq: this.#seq }
    this.#kept.push(added)
    if (this.#kept.length > this.#max) this.#kept.shift()
    this.#store?.add(added, this.#kept)
  }

  /** Those that ended after number `seq`, at most `MAX_ENDED_PER_ANSWER`. */
  after(seq: number): EndedPage {
    const rest = this.#kept.filter((session) => session.seq > seq)
    return {
      epoch: this.#epoch,
      sessions: rest.slice(0, MAX_ENDED_PER_ANSWER),
      hasMore: rest.length > MAX_ENDED_PER_ANSWER,
    }
  }
}
