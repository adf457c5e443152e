// The outline of a text that somebody else wrote: headings that skip no level, and an address for each. Pure.

const LOWEST = 6

/** Levels for headings that were written with the levels `written`: the first is `top`, and none lies more than one below the one before it. */
export const outlineLevels = (written: readonly number[], top: number): number[] => {
  const open: number[] = []
  return written.map((level) => {
    while ((open.at(-1) ?? 0) >= level) open.pop()
    open.push(level)
    return Math.min(LOWEST, top + open.length - 1)
  })
}

const MAX_ANCHOR = 60

/** Words as part of an address; words that are one already stay as they are. */
export const anchorOf = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, MAX_ANCHOR)
    .replaceAll(/^-|-$/g, '')

/** Ids for headings, each its own; `prefix` keeps them apart from those of other parts of the page. */
export const outlineAnchors = (texts: readonly string[], prefix: string): string[] => {
  const taken = new Set<string>()
  return texts.map((text) => {
    const wanted = `${prefix}-${anchorOf(text) || 'part'}`
    let anchor = wanted
    for (let count = 2; taken.has(anchor); count += 1) anchor = `${wanted}-${count}`
    taken.add(anchor)
    return anchor
  })
}
