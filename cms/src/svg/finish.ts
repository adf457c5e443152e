// Second half of the cleaning, after DOMPurify: what needs to know SVG. Ids, references, styles, and where text may be.
import { PAINT, WITH_TEXT } from './allowed.ts'
import { cleanDeclarations, cleanSheet, cleanValue, type Rename } from './css.ts'
import { renameIds, renameList, renameReference } from './ids.ts'

export const SVG_NAMESPACE = 'http://www.w3.org/2000/svg'
const XML_NAMESPACE = 'http://www.w3.org/XML/1998/namespace'
const XMLNS_NAMESPACE = 'http://www.w3.org/2000/xmlns/'
const XLINK_NAMESPACE = 'http://www.w3.org/1999/xlink'

const ELEMENT = 1
const TEXT = 3
const CDATA = 4

const RASTER = /^data:image\/(?:png|jpeg|webp|gif);base64,[A-Za-z0-9+/=\s]+$/

/** Also in attributes that are not paint: browsers read some of them as CSS. */
const REACHES_OUT = /url\s*\(|image\s*\(|image-set|expression|javascript:|\\/i

const isText = ({ nodeType }: ChildNode): boolean => nodeType === TEXT || nodeType === CDATA

const cleanHref = (element: Element, href: string, rename: Rename): string | undefined => {
  if (element.localName === 'image') return RASTER.test(href) ? href : undefined
  return renameReference(href, rename)
}

const cleanAttribute = (
  element: Element,
  { name, value }: Attr,
  rename: Rename,
): string | undefined => {
  if (name === 'id') return value
  if (name === 'href') return cleanHref(element, value, rename)
  if (name === 'style') return cleanDeclarations(value, rename) || undefined
  if (name === 'aria-labelledby' || name === 'aria-describedby') return renameList(value, rename)
  if (name === 'class' || name.startsWith('aria-') || name === 'role') return value
  if (PAINT.has(name)) return cleanValue(value, rename)
  return REACHES_OUT.test(value) ? undefined : value
}

const cleanAttributes = (element: Element, rename: Rename): void => {
  const old = element.getAttributeNS(XLINK_NAMESPACE, 'href')
  if (old !== null && !element.hasAttribute('href')) element.setAttribute('href', old)
  for (const attribute of [...element.attributes]) {
    const { namespaceURI } = attribute
    if (namespaceURI === XML_NAMESPACE) continue
    const clean = namespaceURI === null ? cleanAttribute(element, attribute, rename) : undefined
    if (clean === undefined) element.removeAttributeNode(attribute)
    else if (clean !== attribute.value) attribute.value = clean
  }
}

/** Comments go; sections of character data become plain text; elements within words of `title` and the like go. */
const cleanChildren = (element: Element): void => {
  const isPlain = ['title', 'desc', 'style'].includes(element.localName)
  if (isPlain)
    element.textContent = [...element.childNodes]
      .filter(isText)
      .map((node) => node.textContent)
      .join('')
  for (const child of [...element.childNodes]) {
    const isForeign =
      child.nodeType === ELEMENT && (child as Element).namespaceURI !== SVG_NAMESPACE
    const isStray = isText(child) && !WITH_TEXT.has(element.localName)
    if (isForeign || isStray || (!isText(child) && child.nodeType !== ELEMENT)) child.remove()
    else if (child.nodeType === CDATA) child.replaceWith(child.textContent ?? '')
  }
}

/** Changes the drawing below `root` in place. `text` is what it was read from. */
export const finishSvg = (root: Element, text: string): void => {
  for (const element of [root, ...root.querySelectorAll('*')]) cleanChildren(element)
  const rename = renameIds(root, text)
  for (const element of [root, ...root.querySelectorAll('*')]) {
    cleanAttributes(element, rename)
    if (element.localName === 'style') {
      const sheet = cleanSheet(element.textContent ?? '', root.id, rename)
      if (sheet) element.textContent = sheet
      else element.remove()
    }
  }
  // Known to every parser of pictures; a page does without.
  if (root.getAttributeNS(XMLNS_NAMESPACE, 'xmlns') === null) return
  root.removeAttributeNS(XMLNS_NAMESPACE, 'xmlns')
}
