// The files of a project's source as a tree, made of the flat list that the CMS tells. Pure.
import type { SourceEntry } from '../cms/shapes/source.ts'
import { LIMITS } from '../limits.ts'
import { foldersOf, nameOf } from './path.ts'

export type SourceNode = SourceEntry & {
  name: string
  /** Of folders: folders first, each kind by name. */
  below: SourceNode[]
}

export type SourceTree = {
  root: SourceNode
  /** By path; the root is at the empty one. */
  nodes: ReadonlyMap<string, SourceNode>
}

const nodeOf = (entry: SourceEntry): SourceNode => ({
  ...entry,
  name: nameOf(entry.path),
  below: [],
})

const folderAt = (path: string): SourceNode =>
  nodeOf({ path, kind: 'folder', bytes: 0, isShown: false })

const byKindAndName = (a: SourceNode, b: SourceNode): number => {
  const [one, other] = [a, b].map(({ kind }) => Number(kind !== 'folder')) as [number, number]
  return one - other || (a.name < b.name ? -1 : 1)
}

/** Archives need not name the folders that their files are in. What is named twice, or lies below a file, is passed over. */
export const treeOf = (entries: readonly SourceEntry[]): SourceTree => {
  const root = folderAt('')
  const nodes = new Map([['', root]])
  const put = (node: SourceNode): SourceNode | undefined => {
    const known = nodes.get(node.path)
    if (known) return known
    const above = nodes.get(foldersOf(node.path).at(-1) ?? '')
    if (above?.kind !== 'folder') return undefined
    above.below.push(node)
    nodes.set(node.path, node)
    return node
  }
  for (const entry of entries) {
    for (const folder of foldersOf(entry.path)) put(folderAt(folder))
    put(nodeOf(entry))
  }
  for (const { below } of nodes.values()) below.sort(byKindAndName)
  return { root, nodes }
}

/** Whether a visitor finds something at the node's address. */
export const isOpen = ({ kind, isShown }: SourceNode): boolean => kind === 'folder' || isShown

export type Total = { files: number; bytes: number }

/** What lies anywhere below `folder`. */
export const totalOf = (folder: SourceNode): Total => {
  const total: Total = { files: 0, bytes: 0 }
  const waiting = [folder]
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.kind === 'folder') waiting.push(...node.below)
    else {
      total.files += 1
      total.bytes += node.bytes
    }
  }
  return total
}

/** How many levels below `folder` can be shown with `most` lines at most; the first one always is. */
const depthWithin = (folder: SourceNode, most: number): number => {
  let level = folder.below
  let lines = level.length
  for (let depth = 1; ; depth += 1) {
    level = level.flatMap(({ below }) => below)
    lines += level.length
    if (level.length === 0 || lines > most || depth === LIMITS.source.maxDepth) return depth
  }
}

export type TreeLine = Pick<SourceNode, 'name' | 'path' | 'kind' | 'bytes'> & {
  depth: number
  isOpen: boolean
  /** Of a folder whose content is not among the lines: how many files are in it. */
  files: number | null
}

/** As much of `folder` as a page holds; `others`: of its own entries, those that are left out. */
export const linesOf = (folder: SourceNode, most: number = LIMITS.source.maxLines) => {
  const depths = depthWithin(folder, most)
  const linesBelow = ({ below }: SourceNode, depth: number): TreeLine[] =>
    below.flatMap((node) => {
      const { name, path, kind, bytes } = node
      const isFolded = kind === 'folder' && depth + 1 === depths && node.below.length > 0
      const files = isFolded ? totalOf(node).files : null
      const line = { depth, name, path, kind, bytes, isOpen: isOpen(node), files }
      return depth + 1 < depths ? [line, ...linesBelow(node, depth + 1)] : [line]
    })
  const shown = { ...folder, below: folder.below.slice(0, most) }
  return { lines: linesBelow(shown, 0), others: folder.below.length - shown.below.length }
}

const README = /^readme(?:\.(?:md|markdown|txt))?$/i

/** The file of `folder` that tells what it is about. Markdown comes before plain text. */
export const readmeOf = ({ below }: SourceNode): SourceNode | undefined => {
  const all = below.filter(({ name, isShown }) => isShown && README.test(name))
  return all.find(({ name }) => isMarkdown(name)) ?? all[0]
}

export const isMarkdown = (name: string): boolean => /\.(?:md|markdown)$/i.test(name)
