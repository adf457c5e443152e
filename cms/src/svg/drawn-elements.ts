// How many elements a browser draws once each `use` stands for what it points at.
import { SVG } from '../limits.ts'
import { SvgRefusal } from './refusal.ts'

const targetOf = (element: Element): string => element.getAttribute('href')?.slice(1) ?? ''

/** @throws {SvgRefusal} for more than anyone draws by hand, and for a `use` within what it uses */
export const checkDrawnElements = (root: Element): void => {
  const known = new Map<Element, number>()
  const open = new Set<Element>()
  const byId = new Map([...root.querySelectorAll('[id]')].map((element) => [element.id, element]))
  const refuse = (): never => {
    throw new SvgRefusal('svg-too-complex')
  }
  const count = (element: Element): number => {
    const before = known.get(element)
    if (before !== undefined) return before
    if (open.has(element) || open.size > SVG.maxDepth * 4) refuse()
    open.add(element)
    let sum = 1
    for (const child of element.children) sum += count(child)
    const used = element.localName === 'use' ? byId.get(targetOf(element)) : undefined
    if (used) sum += count(used)
    if (sum > SVG.maxDrawn) refuse()
    open.delete(element)
    known.set(element, sum)
    return sum
  }
  count(root)
}
