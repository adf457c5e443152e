// Looks at a body as a whole before anything else does. Payload checks the fields of blocks and links, of published
// documents alone; the REST API takes any JSON for a body, of any depth and size.
import { randomUUID } from 'node:crypto'
import type { Block } from 'payload'
import { isObject, ShapeError, shapedBlock } from '../fields/shape.ts'
import { ADDRESS } from '../fields/text-lengths.ts'
import { isDestination } from '../fields/web-address.ts'
import { BODY } from '../limits.ts'
import { isNodeType, NODES } from './nodes.ts'

type Node = Record<string, unknown>
/** `ids`: those of the blocks and links so far. */
type Walk = { blocks: readonly Block[]; nodes: number; ids: Set<string> }

const checkLink = (fields: unknown) => {
  const { linkType, url } = fields as { linkType?: string | null; url?: string | null }
  if (linkType === 'internal' || !url) return
  if (url.length > ADDRESS) throw new ShapeError(`An address has at most ${ADDRESS} characters.`)
  if (isDestination(url) === true) return
  throw new ShapeError(
    `A link leads to “${url.slice(0, 60)}”. Give a path (/projects), a whole address (https://…) or mailto:…`,
  )
}

/** Of a block or a link. Payload keeps them as keys of an object, where `__proto__` would be lost. */
const NODE_ID = /^[a-z0-9-]{1,64}$/i

/** Payload runs the hooks of a block's fields by its id: without one, or with that of another node, they would not run. */
const ownId = (id: unknown, { ids }: Walk): string => {
  const isOwn = typeof id === 'string' && NODE_ID.test(id) && !ids.has(id)
  const own = isOwn ? id : randomUUID()
  ids.add(own)
  return own
}

const cleanBlock = (fields: unknown, walk: Walk) => {
  const block = shapedBlock(walk.blocks, fields)
  return { ...block, id: ownId(block.id, walk) }
}

const cleanNode = (node: unknown, walk: Walk, depth: number): Node => {
  walk.nodes += 1
  if (walk.nodes > BODY.maxNodes) throw new ShapeError('The text is too long: split it.')
  if (depth > BODY.maxDepth) {
    throw new ShapeError(`Lists and quotes lie at most ${BODY.maxDepth} levels in each other.`)
  }
  const type = isObject(node) ? node.type : undefined
  if (!isObject(node) || !isNodeType(type)) {
    throw new ShapeError(
      `The text holds “${String(type).slice(0, 40)}”, which is not of this editor.`,
    )
  }
  const parsed = NODES[type].safeParse(node)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw new ShapeError(`The text holds a broken ${type} (${issue?.path.join('.') ?? 'whole'}).`)
  }
  const clean: Node = parsed.data
  if (type === 'block') return { ...clean, fields: cleanBlock(node.fields, walk) }
  if (type === 'link' || type === 'autolink') {
    checkLink(clean.fields)
    if (clean.id !== undefined) clean.id = ownId(clean.id, walk)
  }
  if (node.children === undefined) return clean
  if (!Array.isArray(node.children)) throw new ShapeError(`The text holds a broken ${type}.`)
  return { ...clean, children: node.children.map((child) => cleanNode(child, walk, depth + 1)) }
}

/** What the editor made of `body`, and nothing else. `blocks`: those that it may hold. @throws {ShapeError} */
export const cleanBody = (body: unknown, blocks: readonly Block[]): { root: Node } => {
  if (!isObject(body) || !isObject(body.root) || body.root.type !== 'root') {
    throw new ShapeError('This is no text of the editor.')
  }
  const clean = { root: cleanNode(body.root, { blocks, nodes: 0, ids: new Set() }, 0) }
  const size = JSON.stringify(clean).length
  if (size > BODY.maxCharacters) throw new ShapeError('The text is too long: split it.')
  return clean
}
