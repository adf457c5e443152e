// What may be saved as the source of a diagram.
import { DIAGRAM } from '../limits.ts'

type Siblings = { kind?: unknown }

export const checkSource = (
  value: string | null | undefined,
  { siblingData }: { siblingData: unknown },
): true | string => {
  const { kind } = (siblingData ?? {}) as Siblings
  if (!value?.trim()) return 'Give the source of the diagram.'
  const max = kind === 'svg' ? DIAGRAM.maxDrawingCharacters : DIAGRAM.maxSourceCharacters
  return value.length <= max || `At most ${max} characters: this has ${value.length}.`
}
