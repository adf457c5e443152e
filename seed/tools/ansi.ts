// Turns what a program printed on a terminal into HTML: colours, bold, and carriage returns; nothing that moves.

type Style = { colour?: string | undefined; background?: string | undefined; isBold?: boolean }

/** The 16 colours of the site's terminal in its dark theme. */
const PALETTE = [
  '#1d2128',
  '#e5786d',
  '#95c87f',
  '#d9b26a',
  '#7aa6da',
  '#c397d8',
  '#70c0b1',
  '#d7dbe0',
  '#5c6370',
  '#f08a7f',
  '#a8d993',
  '#e8c481',
  '#8fb8e8',
  '#d3abe6',
  '#84d3c4',
  '#f2f4f7',
]

const cube = (index: number): string => {
  if (index < 16) return PALETTE[index] ?? ''
  if (index >= 232) return `rgb(${Array(3).fill(8 + 10 * (index - 232))})`
  const level = (part: number) => (part === 0 ? 0 : 55 + 40 * part)
  const rest = index - 16
  return `rgb(${level(Math.floor(rest / 36))},${level(Math.floor(rest / 6) % 6)},${level(rest % 6)})`
}

/** Reads an extended colour behind 38 or 48 and takes its numbers from `codes`. */
const extended = (codes: number[]): string | undefined => {
  const kind = codes.shift()
  if (kind === 5) return cube(codes.shift() ?? 0)
  if (kind === 2) return `rgb(${codes.splice(0, 3)})`
  return undefined
}

const apply = (style: Style, text: string): Style => {
  let next = { ...style }
  const codes = text.split(';').map(Number)
  for (let code = codes.shift(); code !== undefined; code = codes.shift()) {
    if (code === 0) next = {}
    else if (code === 1) next.isBold = true
    else if (code === 22) next.isBold = false
    else if (code >= 30 && code <= 37) next.colour = PALETTE[code - 30]
    else if (code >= 90 && code <= 97) next.colour = PALETTE[code - 82]
    else if (code === 38) next.colour = extended(codes)
    else if (code === 39) next.colour = undefined
    else if (code === 48) next.background = extended(codes)
    else if (code === 49) next.background = undefined
  }
  return next
}

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const span = ({ colour, background, isBold }: Style, text: string): string => {
  const css = [
    colour && `color:${colour}`,
    background && `background:${background}`,
    isBold && 'font-weight:700',
  ].filter(Boolean)
  return css.length > 0
    ? `<span style="${css.join(';')}">${escapeHtml(text)}</span>`
    : escapeHtml(text)
}

const ESCAPE = '\u001b'
const SEQUENCE = new RegExp(`${ESCAPE}\\[([0-9;?]*)([A-Za-z])`, 'g')

/** HTML for the inside of a `<pre>`. */
export const ansiToHtml = (output: string): string => {
  let html = ''
  let style: Style = {}
  let at = 0
  const text = output.replaceAll('\r\n', '\n')
  for (const match of text.matchAll(SEQUENCE)) {
    html += span(style, text.slice(at, match.index))
    at = match.index + match[0].length
    if (match[2] === 'm') style = apply(style, match[1] || '0')
  }
  return html + span(style, text.slice(at))
}
