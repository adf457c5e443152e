// Which fields of a collection or global have rules of their own, and the values at their places.
import { type Block, type FlattenedField, flattenAllFields } from 'payload'

export type Sensitive = { path: string; operations: ('read' | 'create' | 'update')[] }

type Access = Partial<Record<'read' | 'create' | 'update', unknown>>
type Inner = Pick<Block, 'slug' | 'fields'>

/** Blocks that a text or a list of blocks may hold. */
const blocksOf = (field: FlattenedField): Inner[] => {
  if (field.type === 'blocks') return field.blocks as Inner[]
  if (field.type !== 'richText') return []
  const { editorConfig } = field.editor as unknown as {
    editorConfig: {
      resolvedFeatureMap: Map<string, { sanitizedServerFeatureProps?: { blocks?: Inner[] } }>
    }
  }
  const feature = editorConfig.resolvedFeatureMap.get('blocks')
  return feature?.sanitizedServerFeatureProps?.blocks ?? []
}

/** `path`: names with dots; blocks are named by their slug. A field that is never shown has a rule about reading. */
export const sensitiveFields = (fields: readonly FlattenedField[], prefix = ''): Sensitive[] =>
  fields.flatMap((field): Sensitive[] => {
    const path = `${prefix}${field.name}`
    const access = ('access' in field ? (field.access ?? {}) : {}) as Access
    const isHidden = 'hidden' in field && field.hidden === true
    const operations = (['read', 'create', 'update'] as const).filter(
      (operation) => access[operation] !== undefined || (operation === 'read' && isHidden),
    )
    const inner = 'flattenedFields' in field ? field.flattenedFields : []
    return [
      ...(operations.length > 0 ? [{ path, operations }] : []),
      ...sensitiveFields(inner, `${path}.`),
      ...blocksOf(field).flatMap((block) =>
        sensitiveFields(flattenAllFields({ fields: block.fields }), `${path}.${block.slug}.`),
      ),
    ]
  })

type Tree = Record<string, unknown>
const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null

/** Blocks of this kind in a text of the editor, or in a list of blocks. */
const blocksIn = (value: unknown, kind: string): unknown[] => {
  if (Array.isArray(value)) return value.flatMap((inner) => blocksIn(inner, kind))
  if (!isTree(value)) return []
  if (value.blockType === kind) return [value]
  return [value.root, value.children, value.fields].flatMap((inner) => blocksIn(inner, kind))
}

/** The first value at `path` that is there at all: neither empty nor an empty list. */
export const valueAt = (doc: unknown, path: string): unknown => {
  const [name = '', ...rest] = path.split('.')
  if (!isTree(doc)) return undefined
  const here = Array.isArray(doc) ? doc : [doc]
  for (const item of here) {
    const found = isTree(item) && !('root' in item) ? item[name] : undefined
    const inner = found === undefined ? blocksIn(item, name) : [found]
    for (const value of inner) {
      const at = rest.length === 0 ? value : valueAt(value, rest.join('.'))
      const isEmpty = at === undefined || at === null || (Array.isArray(at) && at.length === 0)
      if (!isEmpty) return at
    }
  }
  return undefined
}

/** `{ mail: { tries: 1 } }` of `mail.tries` and 1, merged into `doc`. */
export const withValue = (doc: Tree, path: string, value: unknown): Tree => {
  const [name = '', ...rest] = path.split('.')
  if (rest.length === 0) return { ...doc, [name]: value }
  const inner = isTree(doc[name]) ? (doc[name] as Tree) : {}
  return { ...doc, [name]: withValue(inner, rest.join('.'), value) }
}
