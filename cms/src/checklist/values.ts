// Reads values of a document, whatever they turn out to be.
import type { Field } from 'payload'

export type Data = Record<string, unknown>

export const isData = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A text without the space around it; empty for anything else. */
export const wordsOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')

/** The rows of a list; the form counts rows where there are none. */
export const rowsOf = (value: unknown): Data[] => (Array.isArray(value) ? value.filter(isData) : [])

/** The id of a related document, given as id or as a whole. */
export const idOf = (value: unknown): string | undefined => {
  const id = isData(value) ? value.id : value
  return typeof id === 'string' && id !== '' ? id : undefined
}

/** What people call a field: its label, or its name in words. */
export const labelOf = ({ label, name }: { label?: unknown; name?: string }): string => {
  if (typeof label === 'string') return label
  const words = (name ?? '').replace(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`)
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** Whether the form shows a field beside these others: what it hides is not used. */
export const isShown = (field: Field, siblings: Data): boolean => {
  const { hidden, condition } = (field.admin ?? {}) as {
    hidden?: boolean
    condition?: (data: Data, siblings: Data, more: unknown) => boolean
  }
  if (hidden) return false
  try {
    return condition?.(siblings, siblings, {}) ?? true
  } catch {
    return true
  }
}
