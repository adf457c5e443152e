// What was found, as options of a list box.
import type { Found, Piece } from '../../search.ts'

const textOf = (pieces: readonly Piece[]): Node[] =>
  pieces.map(({ text, isMatch }) => {
    if (!isMatch) return document.createTextNode(text)
    const mark = document.createElement('mark')
    mark.textContent = text
    return mark
  })

const line = (name: string, pieces: readonly Piece[]): HTMLElement => {
  const element = document.createElement('span')
  element.className = name
  element.append(...textOf(pieces))
  return element
}

/** Not in the order of the tab key: the input keeps the focus and says which one is meant. */
export const optionOf = ({ href, kind, title, excerpt }: Found, index: number): HTMLElement => {
  const option = document.createElement('a')
  option.id = `palette-${index}`
  option.className = 'palette-option'
  option.role = 'option'
  option.ariaSelected = 'false'
  option.tabIndex = -1
  // The answer is this site's own, and so are its paths.
  option.href = href
  option.append(
    line('palette-title', title),
    line('palette-kind', [{ text: kind, isMatch: false }]),
    line('palette-excerpt', excerpt),
  )
  return option
}
