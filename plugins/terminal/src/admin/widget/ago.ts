// How long ago something was, in words. Pure.

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/** For instance `3 hours ago`; never in the future, whatever two clocks say. */
export const ago = (ms: number, locale: string): string => {
  const passed = Math.max(0, ms)
  const [value, unit] =
    passed < HOUR_MS
      ? ([passed / MINUTE_MS, 'minute'] as const)
      : passed < DAY_MS
        ? ([passed / HOUR_MS, 'hour'] as const)
        : ([passed / DAY_MS, 'day'] as const)
  return new Intl.RelativeTimeFormat(locale).format(-Math.floor(value), unit)
}
