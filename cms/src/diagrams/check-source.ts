// What may be saved as the source of a diagram.
import { DIAGRAM } from '../limits.ts'
import { SvgRefusal } from '../svg/refusal.ts'
import { sanitiseSvg } from '../svg/sanitise.ts'

type Siblings = { kind?: unknown }

const checkSvg = async (text: string): Promise<true | string> => {
  try {
    await sanitiseSvg(text)
    return true
  } catch (error) {
    if (error instanceof SvgRefusal) return error.message
    throw error
  }
}

export const checkSource = async (
  value: unknown,
  { siblingData }: { siblingData: unknown },
): Promise<true | string> => {
  const { kind } = (siblingData ?? {}) as Siblings
  if (typeof value !== 'string' || !value.trim()) return 'Give the source of the diagram.'
  const max = kind === 'svg' ? DIAGRAM.maxDrawingCharacters : DIAGRAM.maxSourceCharacters
  if (value.length > max) return `At most ${max} characters: this has ${value.length}.`
  return kind === 'svg' ? checkSvg(value) : true
}
