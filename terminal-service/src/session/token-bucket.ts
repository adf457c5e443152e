// A rate limit: so many units a second, with a burst. Pure, the clock is the caller's.

export type Rate = { perSecond: number; burst: number }

export class TokenBucket {
  readonly #rate: Rate
  #tokens: number
  #atMs: number

  constructor(rate: Rate, nowMs: number) {
    this.#rate = rate
    this.#tokens = rate.burst
    this.#atMs = nowMs
  }

  /** Takes `count` units even if that makes a debt; answers how long that takes to be paid, 0 without one. Milliseconds. */
  spend(count: number, nowMs: number): number {
    this.#earn(nowMs)
    this.#tokens -= count
    return this.#tokens >= 0 ? 0 : Math.ceil((-this.#tokens / this.#rate.perSecond) * 1000)
  }

  /** Takes `count` units, or none and `false` when there are too few. */
  take(count: number, nowMs: number): boolean {
    this.#earn(nowMs)
    if (count > this.#tokens) return false
    this.#tokens -= count
    return true
  }

  #earn(nowMs: number) {
    const gained = (Math.max(0, nowMs - this.#atMs) / 1000) * this.#rate.perSecond
    this.#tokens = Math.min(this.#rate.burst, this.#tokens + gained)
    this.#atMs = nowMs
  }
}
