// How often something may be done from one address: a token bucket per key.

/** `burst` tokens at first, `perMinute` added each minute up to `burst`. */
export type Rate = { burst: number; perMinute: number }

/** `retryAfterS` is set when no token was left. */
export type Verdict = { isAllowed: true } | { isAllowed: false; retryAfterS: number }

export type Limiter = {
  /** Takes one token of `key`. */
  take: (key: string, rate: Rate) => Promise<Verdict>
}

/** Seconds until one token has come back. */
export const retryAfterS = (tokens: number, { perMinute }: Rate): number =>
  Math.max(1, Math.ceil(((1 - tokens) * 60) / perMinute))
