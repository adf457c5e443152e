// What the program prints, on its way to the browsers: kept, sent at once or with more to come, slowed where they are behind. Pure.
import { MAX_OUTPUT_BYTES } from '@shellfolio/protocol'
import { COALESCE_MS, FLUSH_BYTES, OBSERVER_SNAPSHOT_MS } from '../limits.ts'
import type { Agenda } from './agenda.ts'
import type { Audience } from './audience.ts'
import { Pacing } from './pacing.ts'

export class Outflow {
  readonly #agenda: Agenda
  readonly #audience: Audience
  readonly #pacing: Pacing
  #flushedMs = Number.NEGATIVE_INFINITY

  constructor(agenda: Agenda, audience: Audience, nowMs: number) {
    this.#agenda = agenda
    this.#audience = audience
    this.#pacing = new Pacing(nowMs)
  }

  /** A new program begins: what the old one printed is not brought back to anybody. */
  restart(nowMs: number): void {
    this.#audience.log.reset()
    this.flush(nowMs)
    this.#pacing.restart()
  }

  take(data: Uint8Array, nowMs: number): void {
    for (let at = 0; at < data.byteLength; at += MAX_OUTPUT_BYTES) {
      if (at > 0) this.flush(nowMs)
      this.#audience.log.push(data.subarray(at, at + MAX_OUTPUT_BYTES))
    }
    this.#pacing.spend(data.byteLength, this.#audience.controller !== undefined, nowMs)
  }

  /** Sends what was taken: at once when it is an echo, enough for a frame or the first for a while. */
  pass(isEcho: boolean, nowMs: number): void {
    const { sent, log } = this.#audience
    const isLong = log.end - sent >= FLUSH_BYTES
    if (isEcho || isLong || nowMs - this.#flushedMs >= COALESCE_MS) this.flush(nowMs)
    else this.#agenda.arm('flush', COALESCE_MS)
  }

  flush(nowMs: number): void {
    this.#audience.flush()
    this.#flushedMs = nowMs
    if (this.#audience.hasLagging) this.#agenda.arm('observe', OBSERVER_SNAPSHOT_MS)
  }

  /** The program runs as long as its browser keeps up. Answers whether that has been silent for too long. */
  balance(nowMs: number): boolean {
    const { controller, log } = this.#audience
    const { change, timers, notice, isSilent } = this.#pacing.weigh(controller, log.end, nowMs)
    if (change) this.#agenda.add({ do: change })
    for (const { timer, ms } of timers) this.#agenda.arm(timer, ms)
    if (notice) this.#audience.note(notice)
    return isSilent
  }
}
