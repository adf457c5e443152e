// Reads a tree of files from indented lines, so that it can be checked where it is typed and shown where it is read.

/** Bounds of one tree: characters and lines of its text, characters of a name and of a remark, and folders in folders. */
export const MAX_TREE_CHARACTERS = 8000
const MAX_LINES = 200
const MAX_NAME = 120
const MAX_REMARK = 200
const MAX_DEPTH = 8
const INDENT = 2

export type TreeLine = { depth: number; name: string; isFolder: boolean; remark: string | null }
type Result = { ok: true; lines: TreeLine[] } | { ok: false; problem: string }

/** Ends a name: two spaces, or a hash after one. */
const BEFORE_REMARK = /\s{2,}|\s#/
const FORBIDDEN = /[\p{Cc}\p{Cf}\\]/u

const problemOf = (line: TreeLine, previous: TreeLine | undefined): string | undefined => {
  const bare = line.isFolder ? line.name.slice(0, -1) : line.name
  if (bare === '' || bare.includes('/') || FORBIDDEN.test(bare)) return 'is no name of a file'
  if (line.name.length > MAX_NAME) return `has a name of more than ${MAX_NAME} characters`
  if ((line.remark?.length ?? 0) > MAX_REMARK) return `has more than ${MAX_REMARK} characters`
  if (line.depth > MAX_DEPTH) return `lies more than ${MAX_DEPTH} folders deep`
  const deepest = previous ? previous.depth + (previous.isFolder ? 1 : 0) : 0
  if (line.depth <= deepest) return undefined
  return previous && !previous.isFolder && line.depth === previous.depth + 1
    ? 'lies under a file: end the name above it with “/” if that is a folder'
    : 'is indented further than the folder it is in'
}

/** The lines of a tree; on failure `problem` names the line. Empty lines are skipped, a tab counts as one indentation. */
export const readFileTree = (text: string): Result => {
  const lines: TreeLine[] = []
  for (const [index, raw] of text.split('\n').entries()) {
    if (raw.trim() === '') continue
    const at = `Line ${index + 1}`
    if (lines.length === MAX_LINES) return { ok: false, problem: `At most ${MAX_LINES} lines.` }
    const margin = /^[ \t]*/.exec(raw)?.[0] ?? ''
    const width = margin.replaceAll('\t', ' '.repeat(INDENT)).length
    if (width % INDENT !== 0) return { ok: false, problem: `${at} is not indented by two spaces.` }
    const [name = ''] = raw.trim().split(BEFORE_REMARK, 1)
    const remark =
      raw
        .trim()
        .slice(name.length)
        .replace(/^\s*#?\s*/, '') || null
    const line = { depth: width / INDENT, name, isFolder: name.endsWith('/'), remark }
    const problem = problemOf(line, lines.at(-1))
    if (problem) return { ok: false, problem: `${at} ${problem}.` }
    lines.push(line)
  }
  return lines.length > 0 ? { ok: true, lines } : { ok: false, problem: 'Give at least one file.' }
}

/** Validates the text of a tree. */
export const checkFileTree = (value: unknown): true | string => {
  if (typeof value !== 'string' || value.trim() === '') return 'Give at least one file.'
  if (value.length > MAX_TREE_CHARACTERS) return `At most ${MAX_TREE_CHARACTERS} characters.`
  const result = readFileTree(value)
  return result.ok || result.problem
}
