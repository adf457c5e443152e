// Sets French texts as they are printed. Sources have plain spaces, which can be seen; what is read has those that do not break.

const NARROW = '\u202f'
const UNBROKEN = '\u00a0'

/** Spaces that belong to a sign, to a number or to the unit behind it. */
export const typeset = (text: string): string =>
  text
    .replaceAll(/ (?=[;:!?%»])/g, NARROW)
    .replaceAll('« ', `«${NARROW}`)
    .replaceAll(/(?<=\d) (?=\d{3}(?!\d))/g, NARROW)
    .replaceAll(/(?<=\d) (?=(?:ms|s|Ko|minutes?|secondes?|mètres?)(?![\p{L}]))/gu, UNBROKEN)

/** Values of these are no texts. */
const NO_TEXT = new Set(['blockType', 'format', 'type', 'tone', 'url'])

/** All texts of a translation. */
export const typesetAll = <Value>(value: Value): Value => {
  if (typeof value === 'string') return typeset(value) as Value
  if (Array.isArray(value)) return value.map(typesetAll) as Value
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [
      name,
      NO_TEXT.has(name) ? item : typesetAll(item),
    ]),
  ) as Value
}
