// Ids of a drawing. A page holds several drawings, and scripts that look for names of their own: each drawing's ids get
// a prefix, and everything that names them follows.
import { createHash } from 'node:crypto'
import type { Rename } from './css.ts'

const PREFIXED = /^svg-[0-9a-f]{8}-/
const PLAIN = /^[A-Za-z_][\w-]*$/
const REFERENCE = /^\s*#(.+?)\s*$/

/** One way to rename all ids below `root`, which gets one too. A drawing that has been here keeps its own. */
export const renameIds = (root: Element, text: string): Rename => {
  const holders = [root, ...root.querySelectorAll('[id]')]
  const [prefix = ''] = PREFIXED.exec(root.id) ?? []
  const isDone = prefix !== '' && holders.every(({ id }) => id.startsWith(prefix))
  const digest = createHash('sha256').update(text).digest('hex').slice(0, 8)
  const names = new Map<string, string>()
  for (const holder of holders) {
    const id = holder.id || (holder === root ? 'root' : '')
    if (id && !names.has(id)) {
      const name = PLAIN.test(id) ? id : `part-${names.size}`
      names.set(id, isDone ? id : `svg-${digest}-${name}`)
    }
    if (id) holder.id = names.get(id) ?? id
  }
  return (id) => names.get(id)
}

/** `#id` with its new name, or `undefined` for what is not a place in the drawing. */
export const renameReference = (value: string, rename: Rename): string | undefined => {
  const [, id] = REFERENCE.exec(value) ?? []
  const name = id === undefined ? undefined : rename(id)
  return name && `#${name}`
}

export const renameList = (value: string, rename: Rename): string =>
  value
    .trim()
    .split(/\s+/)
    .flatMap((id) => rename(id) ?? [])
    .join(' ')
