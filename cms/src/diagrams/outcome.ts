// What came of drawing one source, and how it is put beside every diagram with that source.
import { type Diagram, markOf, undrawnIn } from './diagram.ts'
import type { Drawn } from './draw.ts'
import { faultText } from './fault-text.ts'
import { cleanDrawing } from './settle.ts'

export type Outcome = Pick<Diagram, 'lightSvg' | 'darkSvg' | 'drawnFrom' | 'drawError'>

const failed = (drawnFrom: string | null, drawError: string): Outcome => ({
  lightSvg: null,
  darkSvg: null,
  drawnFrom,
  drawError,
})

export const outcomeOf = async (mark: string, light: Drawn, dark: Drawn): Promise<Outcome> => {
  if (!('svg' in light)) return failed(mark, faultText(light))
  if (!('svg' in dark)) return failed(mark, faultText(dark))
  const [lightSvg, darkSvg] = [await cleanDrawing(light.svg), await cleanDrawing(dark.svg)]
  if (!lightSvg || !darkSvg) return failed(mark, 'The drawing is too large to be stored.')
  return { lightSvg, darkSvg, drawnFrom: mark, drawError: null }
}

/** Not marked as tried: it is drawn when there is a browser and somebody saves. */
export const notTried = (why: string): Outcome => failed(null, why)

/** Puts outcomes, by the mark of their source, into every diagram of `document` that waits for one. Whether any did. */
export const applyOutcomes = (document: unknown, outcomes: Map<string, Outcome>): boolean => {
  let isChanged = false
  for (const diagram of undrawnIn(document)) {
    const outcome = outcomes.get(markOf(diagram))
    if (!outcome || (diagram.drawError === outcome.drawError && outcome.drawnFrom === null))
      continue
    Object.assign(diagram, outcome)
    isChanged = true
  }
  return isChanged
}
