// Takes Markdown apart for the editor, which knows neither fences nor tables nor HTML: listings apart, text without what it
// cannot hold. What is dropped is noted.
import { guessLanguage, type Language } from './languages.ts'
import type { Notes } from './notes.ts'

export type Part =
  | { kind: 'text'; markdown: string }
  | { kind: 'code'; language: Language; code: string }

/** Longest tag, span of code or address that is looked for the end of, in characters. */
const MAX_SPAN = 2000
/** Elements whose content is no text for readers. */
const WHOLE = /^<(script|style|iframe|object|template|noscript|svg|math)\b/i
const TAG = /^<\/?[a-z][^<>]*>/i
const AUTOLINK = /^<(https?:\/\/[^\s<>]+)>/

/** The end of what `text` begins with and a browser would not show, or 0. */
const hiddenEnd = (text: string, at: number): number => {
  const endOf = (mark: string) => {
    const end = text.toLowerCase().indexOf(mark, at)
    return end < 0 ? text.length : end + mark.length
  }
  if (text.startsWith('<!--', at)) return endOf('-->')
  const start = text.slice(at, at + MAX_SPAN)
  const whole = WHOLE.exec(start)?.[1]
  if (whole) return endOf(`</${whole.toLowerCase()}>`)
  return at + (TAG.exec(start)?.[0].length ?? 0)
}

/** `text` without HTML, except in spans of code. */
export const withoutHtml = (text: string, notes: Notes): string => {
  let result = ''
  let at = 0
  while (at < text.length) {
    const next = text.slice(at).search(/[<`]/)
    if (next < 0) break
    result += text.slice(at, at + next)
    at += next
    if (text[at] === '`') {
      const ticks = /^`+/.exec(text.slice(at, at + 100))?.[0] ?? '`'
      const end = text.slice(at + ticks.length, at + MAX_SPAN).indexOf(ticks)
      const length = end < 0 ? ticks.length : end + 2 * ticks.length
      result += text.slice(at, at + length)
      at += length
      continue
    }
    const link = AUTOLINK.exec(text.slice(at, at + MAX_SPAN))
    const end = link ? at + link[0].length : hiddenEnd(text, at)
    if (link) result += `[${link[1]}](${link[1]})`
    else if (end > at) notes.add('body', 'HTML left out', text.slice(at, end))
    else result += '<'
    at = Math.max(end, at + 1)
  }
  return result + text.slice(at)
}

const withoutPictures = (text: string, notes: Notes): string =>
  text
    .replaceAll(/!\[([^[\]]{0,500})\]\(([^()]{0,1000})\)/g, (whole: string) => {
      notes.add('body', 'picture left out: add it to a gallery', whole)
      return ''
    })
    .replaceAll(/\[\s*\]\([^()]{0,1000}\)/g, '')

/** The editor has headings of the levels 2 to 4: a text below a title. */
const withHeadings = (line: string): string =>
  line.replace(/^ {0,3}(#{1,6})\s+(.*?)\s*#*\s*$/, (_, marks: string, words: string) => {
    return `${'#'.repeat(Math.min(4, Math.max(2, marks.length)))} ${words}`
  })

const FENCE = /^ {0,3}(`{3,}|~{3,})\s*([^\s`]*)/
const RULE = /^ {0,3}(?:-{3,}|\*{3,}|_{3,})\s*$/
const isTableRow = (line: string) => /^\s*\|.*\|\s*$/.test(line)

export const partsOf = (markdown: string, notes: Notes): Part[] => {
  const parts: Part[] = []
  let text: string[] = []
  const endText = () => {
    const clean = withoutPictures(withoutHtml(text.join('\n'), notes), notes)
    const lines = clean
      .split('\n')
      .filter((line) => !RULE.test(line))
      .map(withHeadings)
    const whole = lines.join('\n').trim()
    if (whole !== '') parts.push({ kind: 'text', markdown: whole })
    text = []
  }
  const lines = markdown.replaceAll('\r\n', '\n').split('\n')
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? ''
    const fence = FENCE.exec(line)
    if (!fence && !isTableRow(line)) {
      text.push(line)
      continue
    }
    endText()
    const code: string[] = []
    if (fence) {
      const mark = fence[1] ?? '```'
      for (at += 1; at < lines.length && !(lines[at] ?? '').trimStart().startsWith(mark); at += 1) {
        code.push(lines[at] ?? '')
      }
    } else {
      for (; at < lines.length && isTableRow(lines[at] ?? ''); at += 1) code.push(lines[at] ?? '')
      at -= 1
      notes.add('body', 'table kept as plain text', code[0])
    }
    const language = fence ? guessLanguage(fence[2], undefined) : 'text'
    if (code.length > 0) parts.push({ kind: 'code', language, code: code.join('\n') })
  }
  endText()
  return parts
}
