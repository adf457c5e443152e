// Before a diagram is saved: what is stored as its drawing is clean and belongs to its source, or is not stored.
import { createHash } from 'node:crypto'
import type { FieldHook } from 'payload'
import { SENTENCE } from '../fields/text-lengths.ts'
import { DIAGRAM } from '../limits.ts'
import { SvgRefusal } from '../svg/refusal.ts'
import { sanitiseSvg } from '../svg/sanitise.ts'
import { type Diagram, markOf, textOf } from './diagram.ts'

/** Hashes of what was cleaned here lately: an editor saves the same drawing every second. */
const clean = new Set<string>()

const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64')

const remember = (svg: string): void => {
  clean.add(hashOf(svg))
  const [oldest] = clean
  if (clean.size > DIAGRAM.rememberedDrawings && oldest !== undefined) clean.delete(oldest)
}

/** The drawing without what does harm, or `null` when there is none that can be kept. */
export const cleanDrawing = async (value: unknown): Promise<string | null> => {
  const text = textOf(value)
  if (text === '' || text.length > DIAGRAM.maxDrawingCharacters) return null
  if (clean.has(hashOf(text))) return text
  try {
    const { svg } = await sanitiseSvg(text)
    if (svg.length > DIAGRAM.maxDrawingCharacters) return null
    remember(svg)
    return svg
  } catch (error) {
    if (error instanceof SvgRefusal) return null
    throw error
  }
}

type Stored = Required<Omit<Diagram, 'kind' | 'source'>>

const NOTHING: Stored = { lightSvg: null, darkSvg: null, drawnFrom: null, drawError: null }

const settleMermaid = async (diagram: Diagram): Promise<Stored> => {
  const mark = markOf(diagram)
  if (diagram.drawnFrom !== mark) return NOTHING
  const lightSvg = await cleanDrawing(diagram.lightSvg)
  const darkSvg = await cleanDrawing(diagram.darkSvg)
  if (lightSvg && darkSvg) return { lightSvg, darkSvg, drawnFrom: mark, drawError: null }
  const drawError = textOf(diagram.drawError).slice(0, SENTENCE)
  return drawError ? { ...NOTHING, drawnFrom: mark, drawError } : NOTHING
}

/** One drawing for both themes: its colours are its author's. */
const settleSvg = async (diagram: Diagram): Promise<Stored & { source?: string }> => {
  const lightSvg = await cleanDrawing(diagram.source)
  if (!lightSvg) return NOTHING
  const source = { source: lightSvg }
  return { ...NOTHING, ...source, lightSvg, drawnFrom: markOf({ ...diagram, ...source }) }
}

const settled = async (diagram: Diagram): Promise<Stored> => {
  if (diagram.kind === 'mermaid') return settleMermaid(diagram)
  return diagram.kind === 'svg' ? settleSvg(diagram) : NOTHING
}

/** Hook of the field `drawnFrom`; the other stored fields have none, so that it may write them. */
export const settleDrawing: FieldHook = async ({ siblingData }) => {
  const stored = await settled(siblingData as Diagram)
  Object.assign(siblingData, stored)
  return stored.drawnFrom
}
