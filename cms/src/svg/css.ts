// The little CSS that a drawing may hold. What comes out is put together anew from pieces that are known to be harmless,
// so that it does not matter how a browser would have read the rest.
import { PROPERTIES } from './allowed.ts'

/** New names of ids; `undefined` for one that the drawing does not have. */
export type Rename = (id: string) => string | undefined

const VALUE_PARTS = [
  String.raw`\s+|[,/]|!important\b`,
  String.raw`[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?(?:%|[a-z]+)?`,
  String.raw`#[0-9a-f]{3,8}\b`,
  String.raw`-?[a-z_][\w-]*(?![\w(-])`,
  String.raw`"[\w\s.,-]*"|'[\w\s.,-]*'`,
  String.raw`url\(\s*["']?#(?<id>[\w.:-]+)["']?\s*\)`,
  String.raw`(?:rgba?|hsla?|translate[xy]?|rotate|scale[xy]?|skew[xy]?|matrix|blur)\([\w\s.,%+/-]*\)`,
].join('|')

/** A value without references beyond the drawing, or `undefined`. */
export const cleanValue = (value: string, rename: Rename): string | undefined => {
  const part = new RegExp(VALUE_PARTS, 'iy')
  let clean = ''
  while (part.lastIndex < value.length) {
    const found = part.exec(value)
    if (!found) return undefined
    const id = found.groups?.id
    if (id !== undefined && rename(id) === undefined) return undefined
    clean += id === undefined ? found[0] : `url(#${rename(id)})`
  }
  return clean.trim() || undefined
}

const withoutComments = (css: string): string => css.replace(/\/\*[\s\S]*?(?:\*\/|$)/g, ' ')

/** Declarations as in a `style` attribute; those that are not known are left out. */
export const cleanDeclarations = (css: string, rename: Rename): string =>
  withoutComments(css)
    .split(';')
    .flatMap((declaration) => {
      const colon = declaration.indexOf(':')
      const property = declaration.slice(0, colon).trim().toLowerCase()
      if (!PROPERTIES.has(property)) return []
      const value = cleanValue(declaration.slice(colon + 1).trim(), rename)
      return value === undefined ? [] : [`${property}:${value}`]
    })
    .join(';')

/** No `+` and `~`, which lead out of the drawing to what follows it on the page. */
const SELECTOR_PARTS =
  /[\s>*]|[.#]?[a-z_][\w-]*|::?[a-z-]+|\[[\w-]+(?:="[\w\s-]*")?\]|\([\w\s.#:>-]*\)/iy

const isSelector = (text: string): boolean => {
  const part = new RegExp(SELECTOR_PARTS)
  while (part.lastIndex < text.length) if (!part.test(text)) return false
  return text !== ''
}

const cleanSelector = (selector: string, root: string, rename: Rename): string[] => {
  if (!isSelector(selector)) return []
  // What is asked for by an id that nothing has is not drawn: the name need only be nobody's.
  const renamed = selector.replace(
    /#([\w-]+)/g,
    (_, id: string) => `#${rename(id) ?? `${root}-none`}`,
  )
  const isScoped = renamed.startsWith(`#${root}`) && !/[\w-]/.test(renamed.charAt(root.length + 1))
  return [isScoped ? renamed : `#${root} ${renamed}`]
}

/** Index after the block that opens at the first `{` from `from`, or after a statement without one. */
const skipAtRule = (css: string, from: number): number => {
  let depth = 0
  for (let at = from; at < css.length; at += 1) {
    if (css[at] === ';' && depth === 0) return at + 1
    if (css[at] === '{') depth += 1
    if (css[at] === '}') {
      depth -= 1
      if (depth <= 0) return at + 1
    }
  }
  return css.length
}

/** Rules of a `style` element, each held to the drawing whose outermost element has the id `root`. No at-rules. */
export const cleanSheet = (sheet: string, root: string, rename: Rename): string => {
  const css = withoutComments(sheet)
  const rules: string[] = []
  let at = 0
  while (at < css.length) {
    const start = at + css.slice(at).search(/\S|$/)
    if (css[start] === '@') {
      at = skipAtRule(css, start)
      continue
    }
    const open = css.indexOf('{', start)
    const close = css.indexOf('}', open)
    if (open < 0 || close < 0) break
    const selectors = css
      .slice(start, open)
      .split(',')
      .flatMap((selector) => cleanSelector(selector.trim(), root, rename))
    const declarations = cleanDeclarations(css.slice(open + 1, close), rename)
    if (selectors.length > 0 && declarations) rules.push(`${selectors.join(',')}{${declarations}}`)
    at = close + 1
  }
  return rules.join('')
}
