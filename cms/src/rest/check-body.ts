// Looks at what a request wants to store before anything recurses into it: depth, size, and what no text may hold.
import { REQUEST } from '../limits.ts'

/** Names that reach into an object's own machinery wherever objects are merged. */
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype'])

/** A null byte, which Postgres cannot store, and half a character, which no reader can show. */
const UNSTORABLE = /[\0\p{Surrogate}]/u

type Bounds = { left: number }

const judge = (value: unknown, bounds: Bounds, depth: number): string | undefined => {
  bounds.left -= 1
  if (bounds.left < 0) return 'It has too many parts.'
  if (typeof value === 'string' && UNSTORABLE.test(value)) {
    return 'A text holds a character that cannot be stored. Type it again instead of pasting it.'
  }
  if (typeof value !== 'object' || value === null) return undefined
  if (depth >= REQUEST.depth) return 'It is nested too deeply.'
  for (const [name, inner] of Object.entries(value)) {
    if (FORBIDDEN.has(name) || UNSTORABLE.test(name)) return 'It has a field that nothing here has.'
    const found = judge(inner, bounds, depth + 1)
    if (found) return found
  }
  return undefined
}

/** Why `data` is refused, in words for an editor; nothing when it may go on to validation. */
export const bodyFault = (data: unknown): string | undefined =>
  judge(data, { left: REQUEST.parts }, 0)
