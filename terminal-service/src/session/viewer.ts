// One browser at a session: how far it has been sent and has parsed the output, and how much it may ask for.
import { type Role, WINDOW_HIGH_BYTES, WINDOW_LOW_BYTES } from '@shellfolio/protocol'
import { FRAME_RATE } from '../limits.ts'
import { TokenBucket } from './token-bucket.ts'

/** `greeting` waits for HELLO, `waiting` for the program, `snapshot` for the screen; `live` follows the output. */
export type ViewerPhase = 'greeting' | 'waiting' | 'snapshot' | 'live'

export class Viewer {
  readonly id: number
  readonly role: Role
  phase: ViewerPhase = 'greeting'
  /** More waits in its socket than the network takes. */
  isClogged = false
  /** Positions in the output: sent up to, parsed up to. Invariant: parsed ≤ sent ≤ end of the output. */
  sent = 0
  parsed = 0
  /** When it last acknowledged anything, or began to be sent. Milliseconds. */
  parsedMs: number
  readonly #frames: TokenBucket
  #unansweredOutputs = 0
  #isFull = false

  constructor(id: number, role: Role, nowMs: number) {
    this.id = id
    this.role = role
    this.parsedMs = nowMs
    this.#frames = new TokenBucket(FRAME_RATE, nowMs)
  }

  get isGreeted(): boolean {
    return this.phase !== 'greeting'
  }

  /** Counts one frame against its rate. */
  mayGoOn(nowMs: number): boolean {
    return this.#frames.take(1, nowMs)
  }

  /** One ACK for each OUTPUT is free: we set their pace ourselves, and a fast program must not end its session. */
  takeAnswer(): boolean {
    if (this.#unansweredOutputs === 0) return false
    this.#unansweredOutputs -= 1
    return true
  }

  /** Goes on from `position`, as if everything before it were parsed. */
  startAt(position: number, nowMs: number): void {
    this.sent = position
    this.parsed = position
    this.parsedMs = nowMs
    this.#isFull = false
  }

  noteSent(bytes: number): void {
    this.sent += bytes
    this.#unansweredOutputs += 1
  }

  noteParsed(position: number, nowMs: number): void {
    if (position <= this.parsed) return
    this.parsed = position
    this.parsedMs = nowMs
  }

  /** Rises above the high mark and falls below the low one. `end`: position after the last output. */
  isFull(end: number): boolean {
    const bytes = end - this.parsed
    if (bytes > WINDOW_HIGH_BYTES) this.#isFull = true
    else if (bytes < WINDOW_LOW_BYTES) this.#isFull = false
    return this.#isFull
  }
}
