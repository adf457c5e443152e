// How values become places in a chart. Pure.

/** Charts are drawn in these units and scaled to their column. */
export const WIDTH = 640

const STEPS = [1, 2, 2.5, 5, 10]

/** The smallest round number that is not below `value`: 1, 2, 2.5 or 5 times a power of ten, at least 1. */
export const roundUp = (value: number): number => {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, value)))
  const step = STEPS.find((each) => each * power >= value) ?? 10
  return step * power
}

/** Where an axis has marks: nothing, a half where that is whole, and all. */
export const marksOf = (max: number): number[] =>
  Number.isInteger(max / 2) ? [0, max / 2, max] : [0, max]

/** Which of `count` labels are shown: `shown` at most, evenly, the first and the last among them. */
export const shownLabels = (count: number, shown: number): number[] => {
  if (count <= shown) return Array.from({ length: count }, (_, index) => index)
  return Array.from({ length: shown }, (_, index) =>
    Math.round((index * (count - 1)) / (shown - 1)),
  )
}

export const cut = (text: string, chars: number): string =>
  text.length > chars ? `${text.slice(0, chars - 1)}…` : text
