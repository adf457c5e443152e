// How long a session may last: a limit since the last input and a limit altogether, each with one warning before it.
import { EXPIRES_WARNING_MS } from '../limits.ts'

export type Limit = 'idle' | 'hard'

type Deadline = { why: Limit; limitMs: number; atMs: number; isWarned: boolean }

export type Verdict = {
  /** Limits that are near, each reported once. */
  warnings: { why: Limit; inS: number }[]
  /** The limit that is reached. */
  over: Limit | undefined
  /** When to look again. */
  nextMs: number
}

/** Short limits warn at their half. */
const warningMs = (limitMs: number): number => Math.min(EXPIRES_WARNING_MS, limitMs / 2)

export class Lifetime {
  readonly #idle: Deadline
  readonly #hard: Deadline
  #isExtended = false

  constructor({ idleMs, maxMs }: { idleMs: number; maxMs: number }, nowMs: number) {
    this.#idle = { why: 'idle', limitMs: idleMs, atMs: nowMs + idleMs, isWarned: false }
    this.#hard = { why: 'hard', limitMs: maxMs, atMs: nowMs + maxMs, isWarned: false }
  }

  /** The visitor did something. */
  touch(nowMs: number): void {
    this.#idle.atMs = nowMs + this.#idle.limitMs
    this.#idle.isWarned = false
  }

  get canExtend(): boolean {
    return !this.#isExtended
  }

  /** Moves the hard limit, once; answers how long the session may last then, `undefined` the second time. Milliseconds. */
  extend(byMs: number, nowMs: number): number | undefined {
    if (this.#isExtended) return undefined
    this.#isExtended = true
    this.#hard.atMs += Math.min(byMs, this.#hard.limitMs)
    this.#hard.isWarned = false
    return this.#hard.atMs - nowMs
  }

  /** Since the last input, in milliseconds. */
  idleMs(nowMs: number): number {
    return nowMs - (this.#idle.atMs - this.#idle.limitMs)
  }

  check(nowMs: number): Verdict {
    const verdict: Verdict = { warnings: [], over: undefined, nextMs: Number.POSITIVE_INFINITY }
    for (const deadline of [this.#hard, this.#idle]) {
      const leftMs = deadline.atMs - nowMs
      if (leftMs <= 0) verdict.over ??= deadline.why
      const untilWarningMs = leftMs - warningMs(deadline.limitMs)
      if (untilWarningMs <= 0 && !deadline.isWarned) {
        deadline.isWarned = true
        verdict.warnings.push({ why: deadline.why, inS: Math.max(0, Math.ceil(leftMs / 1000)) })
      }
      const next = untilWarningMs > 0 ? untilWarningMs : leftMs
      verdict.nextMs = Math.max(1, Math.min(verdict.nextMs, next))
    }
    return verdict
  }
}
