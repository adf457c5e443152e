// A diagram as it is stored, wherever it stands: in an array, a group or a block of a text.
import { sourceMark } from './source-mark.ts'

export type Diagram = {
  kind?: unknown
  source?: unknown
  lightSvg?: unknown
  darkSvg?: unknown
  drawnFrom?: unknown
  drawError?: unknown
}

export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

export const markOf = ({ kind, source }: Diagram): string =>
  sourceMark(textOf(kind), textOf(source))

/** Whether nobody has tried to draw what it says now. */
export const needsDrawing = (diagram: Diagram): boolean =>
  diagram.kind === 'mermaid' &&
  textOf(diagram.source).trim() !== '' &&
  diagram.drawnFrom !== markOf(diagram)

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

/** Every mermaid diagram in `value`, a document or a part of one, that has to be drawn. */
export const undrawnIn = (value: unknown): Diagram[] => {
  if (Array.isArray(value)) return value.flatMap(undrawnIn)
  if (!isRecord(value) || value instanceof Date) return []
  const own: Diagram[] = 'textAlternative' in value && needsDrawing(value) ? [value] : []
  return [...own, ...Object.values(value).flatMap(undrawnIn)]
}
