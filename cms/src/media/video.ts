// What a video says of itself in its header.

export type VideoFacts = {
  /** Of the first picture track, in pixels. */
  width?: number
  height?: number
  durationS?: number
}

/** Longest side that is believed, in pixels, and longest duration, in seconds. */
const MAX_SIDE = 16_384
const MAX_DURATION_S = 24 * 60 * 60

/** Leaves out what no video can be. */
export const plausible = ({ width = 0, height = 0, durationS = 0 }: VideoFacts): VideoFacts => {
  const isSize = [width, height].every((side) => side >= 1 && side <= MAX_SIDE)
  const isDuration = durationS > 0 && durationS <= MAX_DURATION_S
  return {
    ...(isSize ? { width: Math.round(width), height: Math.round(height) } : {}),
    ...(isDuration ? { durationS: Math.round(durationS * 1000) / 1000 } : {}),
  }
}
