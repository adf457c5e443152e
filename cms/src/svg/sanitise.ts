// Makes an SVG that somebody sent safe to store, to serve as a picture and to put into a page.
import type { DOMPurify, WindowLike } from 'dompurify'
import { SVG } from '../limits.ts'
import { ATTRIBUTES, ELEMENTS } from './allowed.ts'
import { checkDrawnElements } from './drawn-elements.ts'
import { finishSvg, SVG_NAMESPACE } from './finish.ts'
import { SvgRefusal } from './refusal.ts'
import { scanSvg } from './scan.ts'

export type CleanSvg = {
  /** Well-formed, one `svg` element with its namespace; the same whether a page or a picture parser reads it. */
  svg: string
  /** Whether something was taken out or altered, beyond how the same drawing is written down. */
  isChanged: boolean
}

type Tools = {
  purify: DOMPurify
  parse: (text: string, type: 'image/svg+xml' | 'text/html') => Document
  write: (node: Node) => string
}

const loadTools = async (): Promise<Tools> => {
  const [{ JSDOM }, { default: createPurify }] = await Promise.all([
    import('jsdom'),
    import('dompurify'),
  ])
  const { window } = new JSDOM('')
  const parser = new window.DOMParser()
  const writer = new window.XMLSerializer()
  return {
    purify: createPurify(window as unknown as WindowLike),
    parse: (text, type) => parser.parseFromString(text, type),
    write: (node) => writer.serializeToString(node),
  }
}

const CONFIG = {
  ALLOWED_TAGS: [...ELEMENTS],
  ALLOWED_ATTR: [...ATTRIBUTES],
  ALLOWED_NAMESPACES: [SVG_NAMESPACE, 'http://www.w3.org/1999/xhtml'],
  ALLOW_ARIA_ATTR: false,
  ALLOW_DATA_ATTR: false,
  FORBID_CONTENTS: ['script', 'foreignObject', 'iframe', 'metadata', 'switch'],
  // Names keep their letters: what is no element here may be one in a page.
  PARSER_MEDIA_TYPE: 'application/xhtml+xml' as const,
  // Ids get a prefix of their own.
  SANITIZE_DOM: false,
  RETURN_DOM: true as const,
}

const readRoot = ({ parse }: Tools, text: string): Element => {
  let document: Document
  try {
    document = parse(text, 'image/svg+xml')
  } catch {
    throw new SvgRefusal('svg-not-svg')
  }
  const fault = document.querySelector('parsererror')?.textContent
  if (fault) {
    const [, line] = /^(\d+):\d+/.exec(fault.trim()) ?? []
    throw new SvgRefusal('svg-not-svg', line ? `Look at line ${line}.` : '')
  }
  const root = document.documentElement
  if (root.nodeName !== 'svg' || root.namespaceURI !== SVG_NAMESPACE) {
    throw new SvgRefusal(
      'svg-not-svg',
      'The outermost element must be <svg xmlns="http://www.w3.org/2000/svg">.',
    )
  }
  return root
}

/** What a page makes of `svg`. The one name that jsdom's parser does not know, browsers do. */
const asPage = ({ parse, write }: Tools, svg: string): string =>
  [...parse(svg, 'text/html').body.childNodes]
    .map(write)
    .join('')
    .replaceAll('fedropshadow', 'feDropShadow')

const clean = (tools: Tools, input: string | Uint8Array): CleanSvg => {
  const text = scanSvg(input)
  const parsed = readRoot(tools, text)
  const before = tools.write(parsed)
  const root = tools.purify.sanitize(parsed, CONFIG).querySelector('svg')
  if (!root) throw new SvgRefusal('svg-empty')
  finishSvg(root, text)
  if (root.childElementCount === 0) throw new SvgRefusal('svg-empty')
  checkDrawnElements(root)
  const svg = tools.write(root)
  if (Buffer.byteLength(svg) > SVG.maxBytes) throw new SvgRefusal('svg-too-large')
  if (asPage(tools, svg) !== svg) throw new SvgRefusal('svg-ambiguous')
  return { svg, isChanged: svg !== before }
}

let tools: Promise<Tools> | undefined
let last: Promise<unknown> = Promise.resolve()

/**
 * Takes out scripts, handlers, links, animation, HTML, and whatever would fetch something or paint over the page; keeps
 * shapes, text, gradients, filters, embedded PNG, JPEG, WebP and GIF, and CSS that is held to the drawing itself.
 * Ids get a prefix, so that several drawings fit in one page. Cleaning what is clean changes nothing.
 * `input`: text, or the bytes of a file, of at most `SVG.maxBytes`.
 *
 * One drawing at a time, in one window that is loaded on first use and kept: 60 MB, and flat from then on. A drawing of
 * `SVG.maxElements` takes about half a second of this thread.
 * @throws {SvgRefusal} with a stable `code` and a message for an editor, when nothing can be kept
 */
export const sanitiseSvg = (input: string | Uint8Array): Promise<CleanSvg> => {
  const turn = last.then(async () => {
    tools ??= loadTools()
    const result = clean(await tools, input)
    return result
  })
  // jsdom holds on to nodes until the event loop turns: without this, a row of drawings adds up.
  last = turn.then(
    () => new Promise((resolve) => setImmediate(resolve)),
    () => new Promise((resolve) => setImmediate(resolve)),
  )
  return turn
}
