// The latest sessions that ended, numbered, so that whoever keeps their history hears of each and of none twice.
import { MAX_ENDED_PER_ANSWER, MAX_ENDED_SESSIONS } from '../limits.ts'
import type { PastSession } from './ledger.ts'

export type EndedSession = PastSession & {
  /** Grows by one with each end, from 1 in every epoch. */
  seq: number
}

export type EndedPage = {
  /** Another one is another process, whose numbers begin anew. */
  epoch: string
  /** The oldest first. */
  sessions: EndedSession[]
  /** Whether there are more behind them. */
  hasMore: boolean
}

export class EndedSessions {
  readonly #epoch: string
  readonly #max: number
  #kept: EndedSession[] = []
  #seq = 0

  /** `max`: how many are kept; the oldest go first. */
  constructor(epoch: string, max = MAX_ENDED_SESSIONS) {
    this.#epoch = epoch
    this.#max = max
  }

  add(past: PastSession): void {
    this.#seq += 1
    this.#kept.push({ ...past, seq: this.#seq })
    if (this.#kept.length > this.#max) this.#kept.shift()
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
