// Decides when a program has to wait: for its browser to parse, for its network, for its budget of output. Pure.
import {
  DETACHED_OUTPUT_RATE,
  OUTPUT_RATE,
  SILENCE_DETACH_MS,
  SILENCE_NOTICE_MS,
} from '../limits.ts'
import { TokenBucket } from './token-bucket.ts'
import type { Viewer } from './viewer.ts'

export type Verdict = {
  /** What the terminal has to do now, if that is new. */
  change: 'pause' | 'resume' | undefined
  timers: { timer: 'silence' | 'budget'; ms: number }[]
  notice: string | undefined
  /** The browser has parsed nothing for so long that it is taken for gone. */
  isSilent: boolean
}

const WAITING = 'The program waits: this page is behind with showing its output.'

export class Pacing {
  readonly #attached: TokenBucket
  readonly #detached: TokenBucket
  #debtUntilMs = Number.NEGATIVE_INFINITY
  #fullSinceMs: number | undefined
  #isPaused = false
  #isNoticed = false

  constructor(nowMs: number) {
    this.#attached = new TokenBucket(OUTPUT_RATE, nowMs)
    this.#detached = new TokenBucket(DETACHED_OUTPUT_RATE, nowMs)
  }

  /** A new program begins unpaused. */
  restart(): void {
    this.#isPaused = false
  }

  /** Counts output of the program. */
  spend(bytes: number, isAttached: boolean, nowMs: number): void {
    const debtMs = (isAttached ? this.#attached : this.#detached).spend(bytes, nowMs)
    if (debtMs > 0) this.#debtUntilMs = nowMs + debtMs
  }

  weigh(controller: Viewer | undefined, end: number, nowMs: number): Verdict {
    const verdict: Verdict = { change: undefined, timers: [], notice: undefined, isSilent: false }
    const isFull = controller?.phase === 'live' && controller.isFull(end)
    const debtMs = this.#debtUntilMs - nowMs
    if (debtMs > 0) verdict.timers.push({ timer: 'budget', ms: Math.max(1, Math.ceil(debtMs)) })
    this.#watchSilence(isFull ? controller : undefined, nowMs, verdict)
    const isBusy = controller?.isClogged === true || controller?.phase === 'snapshot'
    const mustPause = isFull || isBusy || debtMs > 0
    if (mustPause !== this.#isPaused) verdict.change = mustPause ? 'pause' : 'resume'
    this.#isPaused = mustPause
    return verdict
  }

  #watchSilence(full: Viewer | undefined, nowMs: number, verdict: Verdict) {
    if (!full) {
      this.#fullSinceMs = undefined
      this.#isNoticed = false
      return
    }
    this.#fullSinceMs ??= nowMs
    const silentMs = nowMs - Math.max(this.#fullSinceMs, full.parsedMs)
    if (silentMs >= SILENCE_DETACH_MS) verdict.isSilent = true
    else if (silentMs < SILENCE_NOTICE_MS) {
      verdict.timers.push({ timer: 'silence', ms: SILENCE_NOTICE_MS - silentMs })
    } else {
      if (!this.#isNoticed) verdict.notice = WAITING
      this.#isNoticed = true
      verdict.timers.push({ timer: 'silence', ms: SILENCE_DETACH_MS - silentMs })
    }
  }
}
