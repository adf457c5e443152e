// Says something through the page's one polite live region, in the words that the document has for it.

const region = (): HTMLElement | null => document.querySelector('[data-said]')

/** Word of the page's catalogue: an attribute `data-…` of the region. */
export type Word = 'copied' | 'notCopied'

/** Empties the region first, so that the same word twice is said twice. Returns what it said. */
export const say = (word: Word): string => {
  const said = region()
  const text = said?.dataset[word] ?? ''
  if (said) {
    said.textContent = ''
    requestAnimationFrame(() => {
      said.textContent = text
    })
  }
  return text
}
