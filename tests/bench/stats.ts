// Numbers of a measurement as few numbers, and as text.

/** The value that `part` (0 to 1) of all values do not exceed; NaN of none. */
export const percentile = (values: readonly number[], part: number): number => {
  const sorted = [...values].sort((a, b) => a - b)
  const index = Math.max(0, Math.ceil(sorted.length * part) - 1)
  return sorted[Math.min(sorted.length - 1, index)] ?? Number.NaN
}

/** The middle value, or the mean of the two in the middle. */
export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b)
  const upper = Math.floor(sorted.length / 2)
  const high = sorted[upper] ?? Number.NaN
  return sorted.length % 2 === 1 ? high : ((sorted[upper - 1] ?? Number.NaN) + high) / 2
}

/** Three figures where that says something, none behind the point from 100 on. */
export const showNumber = (value: number): string => {
  if (Number.isNaN(value)) return 'none'
  if (Number.isInteger(value) || Math.abs(value) >= 100) return String(Math.round(value))
  return value.toFixed(Math.abs(value) >= 10 ? 1 : 2)
}

/** `3.1 (2.9–4)`: the median of some rounds and their range; one round is itself. */
export const showRounds = (rounds: readonly number[]): string => {
  if (rounds.length < 2) return showNumber(median(rounds))
  const range = `${showNumber(Math.min(...rounds))}–${showNumber(Math.max(...rounds))}`
  return `${showNumber(median(rounds))} (${range})`
}
