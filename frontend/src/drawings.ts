// Drawings of diagrams, set aside from the pages that they came with. A page's policy allows no style within it, and a
// drawing is full of style: so it is a file of its own, whose address changes with it. Server only.
import { createHash } from 'node:crypto'
import { LIMITS } from './limits.ts'

/** `name`: of its file. Its size is that of its own coordinates, which are pixels of a drawing at its natural size. */
export type Drawing = { name: string; width: number; height: number; isDraft?: true }

/** `at`: when it was last read of something, in milliseconds. */
type Shelf = { svgs: Map<string, { svg: string; at: number }>; characters: number }
/** Drawings of drafts stand apart: only previews show them. `isDraft`: a draft is being read. */
type Memory = { shown: Shelf; drafts: Shelf; isDraft: boolean }

/** Pages are read in Next's bundles and drawings are asked of the server's. */
const KEY = Symbol.for('shellfolio.drawings')
const holder = globalThis as { [KEY]?: Memory }

const memory = (): Memory => {
  const shelf = (): Shelf => ({ svgs: new Map(), characters: 0 })
  holder[KEY] ??= { shown: shelf(), drafts: shelf(), isDraft: false }
  return holder[KEY]
}

const NAME_CHARACTERS = 32
const UNSIZED = { width: 800, height: 600 }
const MAX_SIDE = 10_000

const sizeOf = (svg: string): { width: number; height: number } => {
  const [tag = ''] = /<svg\b[^>]*>/.exec(svg) ?? []
  const box = /\bviewBox="([^"]*)"/
    .exec(tag)?.[1]
    ?.trim()
    .split(/[\s,]+/)
  const attribute = (name: string) =>
    new RegExp(`\\s${name}="(\\d+(?:\\.\\d+)?)(?:px)?"`).exec(tag)?.[1]
  const width = Math.round(Number(box?.[2] ?? attribute('width')))
  const height = Math.round(Number(box?.[3] ?? attribute('height')))
  const isSide = (side: number) => side >= 1 && side <= MAX_SIDE
  return isSide(width) && isSide(height) ? { width, height } : UNSIZED
}

const forget = ({ svgs }: Shelf, name: string): number => {
  const { length = 0 } = svgs.get(name)?.svg ?? {}
  svgs.delete(name)
  return length
}

/** Keeps a drawing that the CMS has cleaned, at the cost of the ones that were longest not asked for. */
export const setDrawingAside = (svg: string, now = Date.now): Drawing => {
  const name = createHash('sha256').update(svg).digest('hex').slice(0, NAME_CHARACTERS)
  const { isDraft, ...shelves } = memory()
  const kept = isDraft ? shelves.drafts : shelves.shown
  kept.characters -= forget(kept, name)
  kept.svgs.set(name, { svg, at: now() })
  kept.characters += svg.length
  for (const oldest of kept.svgs.keys()) {
    if (kept.characters <= LIMITS.drawingsMaxCharacters || oldest === name) break
    kept.characters -= forget(kept, oldest)
  }
  return { name, ...sizeOf(svg), ...(isDraft ? { isDraft } : {}) }
}

/** A drawing that was on a page at `since` or later, in milliseconds. */
export const drawingNamed = (name: string, since = 0): string | undefined => {
  const { svgs } = memory().shown
  const kept = svgs.get(name)
  if (kept === undefined || kept.at < since) return undefined
  svgs.delete(name)
  svgs.set(name, kept)
  return kept.svg
}

/** A drawing that a preview showed, for as long as its link works. */
export const draftDrawingNamed = (name: string, now = Date.now): string | undefined => {
  const { drafts } = memory()
  const kept = drafts.svgs.get(name)
  if (kept && now() - kept.at < LIMITS.draftDrawingMs) return kept.svg
  drafts.characters -= forget(drafts, name)
  return undefined
}

/** Sets aside as a draft's whatever `read` sets aside before it returns. */
export const readingDraft = <Value>(read: () => Value): Value => {
  const kept = memory()
  kept.isDraft = true
  try {
    return read()
  } finally {
    kept.isDraft = false
  }
}
