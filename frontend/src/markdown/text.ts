// Words of the CMS as Markdown that reads as exactly those words: nothing in them becomes markup.

/** Signs that mean something anywhere in a line of GitHub's Markdown. */
const SIGNS = /[\\`*_[\]<>|~]/g
/** An ampersand that would start an entity. */
const ENTITY = /&(?=#?[0-9a-z]+;)/gi
/** What means something at the start of a line only: headings, lists, rules, underlines of headings and of tables' heads. */
const LINE_START = /^(\s*)([#+\-=:])/
const startEscaped = (line: string) => line.replace(LINE_START, '$1\\$2')

/** `1.` at the start of a line is the number of a list: its point is escaped, as digits cannot be. */
const numberEscaped = (line: string) => line.replace(/^(\s*\d{1,9})([.)])(?=\s|$)/, '$1\\$2')

/** Within a line that has begun already. Line breaks become spaces; those that hold words together stay. */
export const wordsWithin = (text: string): string =>
  text
    .replaceAll(/[ \t\r\n\f]+/g, ' ')
    .replaceAll(SIGNS, '\\$&')
    .replaceAll(ENTITY, '&amp;')

/** A whole line. */
export const words = (text: string): string => numberEscaped(startEscaped(wordsWithin(text.trim())))

/** Plain text: an empty line starts a paragraph, a line break stays one. */
export const paragraphs = (text: string): string =>
  text
    .split(/\n\s*\n/)
    .map((paragraph) =>
      paragraph
        .split('\n')
        .map((line) => words(line))
        .filter(Boolean)
        .join('\\\n'),
    )
    .filter(Boolean)
    .join('\n\n')

const longestRun = (text: string) =>
  Math.max(0, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length))

/** Code of several lines, in a fence that nothing in it can close. `language`: letters, digits and `+#-` only. */
export const fenced = (code: string, language = ''): string => {
  const fence = '`'.repeat(Math.max(3, longestRun(code) + 1))
  const info = /^[\w+#-]{1,30}$/.test(language) ? language : ''
  return `${fence}${info}\n${code.replace(/\n$/, '')}\n${fence}`
}

/** Code within a line. */
export const code = (text: string): string => {
  const line = text.replaceAll(/\s*\n\s*/g, ' ')
  if (line.trim() === '') return line
  const ticks = '`'.repeat(longestRun(line) + 1)
  // One space on each side is taken off again; it is needed beside a backtick, and where code has such spaces itself.
  const isPadded = /^`|`$|^ .* $/.test(line)
  return isPadded ? `${ticks} ${line} ${ticks}` : `${ticks}${line}${ticks}`
}

/** An address that nothing in it ends early. */
const target = (href: string) =>
  href.replaceAll(/[\s()<>\\]/g, (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, '0')}`)

export const link = (text: string, href: string): string =>
  `[${wordsWithin(text)}](${target(href)})`

export const image = (alt: string, href: string): string => `!${link(alt, href)}`

/** Wraps what is already Markdown. Spaces at its ends stay outside, where signs that touch them would mean nothing. */
export const wrapped = (sign: string, markdown: string): string => {
  const [, before = '', inner = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(markdown) ?? []
  return inner ? `${before}${sign}${inner}${sign}${after}` : markdown
}

export const heading = (level: number, text: string): string =>
  `${'#'.repeat(Math.min(level, 6))} ${words(text)}`

/** Lines of a quotation. */
export const quoted = (markdown: string): string =>
  markdown
    .split('\n')
    .map((line) => (line ? `> ${line}` : '>'))
    .join('\n')

/** An item of a list with everything that belongs to it, `depth` lists deep. */
export const item = (markdown: string, { depth = 0, marker = '-' } = {}): string => {
  const indent = ' '.repeat(depth * (marker.length + 1))
  const [first = '', ...rest] = markdown.split('\n')
  const below = ' '.repeat(marker.length + 1)
  return [
    `${indent}${marker} ${first}`,
    ...rest.map((line) => line && `${indent}${below}${line}`),
  ].join('\n')
}

/** Cells are Markdown of one line each. The first row is the head, which every table has. */
export const table = (rows: readonly (readonly string[])[]): string => {
  const width = Math.max(0, ...rows.map((row) => row.length))
  if (width === 0) return ''
  const line = (cells: readonly string[]) =>
    `| ${Array.from({ length: width }, (_, at) => cells[at] ?? '').join(' | ')} |`
  const [head = [], ...rest] = rows
  return [line(head), `|${' --- |'.repeat(width)}`, ...rest.map(line)].join('\n')
}

/** Parts one after the other, those without content left out. */
export const joined = (parts: readonly (string | null | undefined | false)[]): string =>
  parts.filter(Boolean).join('\n\n')
