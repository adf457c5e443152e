// A look at the text of an SVG before any parser builds something of it: what could make a parser read elsewhere, take
// for ever or run out of stack is refused here. It does not decide what is well-formed; the parser after it does.
import { SVG } from '../limits.ts'
import { SvgRefusal } from './refusal.ts'

const XML_DECLARATION = /^<\?xml\s[^?>]*\?>\s*/
const UTF_8 = /encoding\s*=\s*["']utf-?8["']/i

const decode = (input: string | Uint8Array): string => {
  const bytes = typeof input === 'string' ? Buffer.byteLength(input) : input.byteLength
  if (bytes > SVG.maxBytes) {
    const kib = (size: number) => Math.ceil(size / 1024)
    throw new SvgRefusal(
      'svg-too-large',
      `It has ${kib(bytes)} KB, of at most ${kib(SVG.maxBytes)}.`,
    )
  }
  if (typeof input === 'string') return input.replace(/^\uFEFF/, '')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(input)
  } catch {
    throw new SvgRefusal('svg-not-svg', 'It is not UTF-8 text.')
  }
}

/** Index after `end`, which closes what was opened at `from`. */
const after = (text: string, end: string, from: number): number => {
  const at = text.indexOf(end, from)
  if (at < 0) throw new SvgRefusal('svg-not-svg')
  return at + end.length
}

/** Index of the `>` that ends the tag opened at `from`; one in quotes does not. */
const endOfTag = (text: string, from: number): number => {
  let attributes = 0
  for (let at = from; at < text.length; at += 1) {
    const letter = text[at]
    if (letter === '>') return at
    if (letter !== '"' && letter !== "'") continue
    attributes += 1
    if (attributes > SVG.maxAttributes) throw new SvgRefusal('svg-too-complex')
    at = after(text, letter, at + 1) - 1
  }
  throw new SvgRefusal('svg-not-svg')
}

const countElements = (text: string): void => {
  let [elements, depth] = [0, 0]
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
    if (text.startsWith('<!--', at)) at = after(text, '-->', at + 4)
    else if (text.startsWith('<![CDATA[', at)) at = after(text, ']]>', at)
    else if (text.startsWith('<!', at) || text.startsWith('<?', at)) {
      throw new SvgRefusal('svg-declarations')
    } else {
      const end = endOfTag(text, at)
      if (text[at + 1] === '/') depth -= 1
      else {
        elements += 1
        if (text[end - 1] !== '/') depth += 1
      }
      if (elements > SVG.maxElements || depth > SVG.maxDepth)
        throw new SvgRefusal('svg-too-complex')
      at = end
    }
  }
}

/** The text, ready for a parser. @throws {SvgRefusal} */
export const scanSvg = (input: string | Uint8Array): string => {
  const text = decode(input).trim()
  const [declaration = ''] = XML_DECLARATION.exec(text) ?? []
  if (/encoding/i.test(declaration) && !UTF_8.test(declaration)) {
    throw new SvgRefusal('svg-declarations')
  }
  const body = text.slice(declaration.length)
  countElements(body)
  return body
}
