// What is at an address below a project's source: a folder with what is in it, or a text.
import { atOnce } from '../cms/at-once.ts'
import { CmsError } from '../cms/client.ts'
import { knownSource } from '../cms/memories.ts'
import { readSourceFile } from '../cms/queries.ts'
import type { Language } from '../i18n/languages.ts'
import { LIMITS } from '../limits.ts'
import { languageOfFile, type ShownText, shownText, visible } from './text.ts'
import {
  isMarkdown,
  isOpen,
  linesOf,
  readmeOf,
  type SourceNode,
  type TreeLine,
  totalOf,
} from './tree.ts'

/** A README: Markdown, or plain text. */
export type SourceReadme = { text: string; isMarkdown: boolean }

export type SourceContent =
  | {
      kind: 'folder'
      lines: TreeLine[]
      /** Entries that are not among the lines of this page, and are on no other. */
      others: number
      files: number
      bytes: number
      readme: SourceReadme | null
    }
  | ({ kind: 'file'; bytes: number; language: string | null } & ShownText)

export type SourcePage = {
  slug: string
  /** Of the project. */
  title: string
  /** Empty for the whole. */
  path: string
  content: SourceContent
}

const bounded = atOnce(LIMITS.source.readsAtOnce)

const readText = async (slug: string, path: string): Promise<string | undefined> =>
  (await bounded(() => readSourceFile(slug, path)))?.text

/** A folder can be without its README: where the CMS does not give it, its list is shown alone. */
const readReadme = async (slug: string, folder: SourceNode): Promise<SourceReadme | null> => {
  const file = readmeOf(folder)
  if (!file || file.bytes > LIMITS.source.maxReadmeBytes) return null
  try {
    const text = await readText(slug, file.path)
    return text?.trim() ? { text: visible(text), isMarkdown: isMarkdown(file.name) } : null
  } catch (error) {
    if (error instanceof CmsError) return null
    throw error
  }
}

/** Null where there is nothing. @throws {CmsError} */
export const readSourcePage = async (
  language: Language,
  { slug, path }: { slug: string; path: string },
): Promise<SourcePage | null> => {
  const source = await knownSource(language, slug).all()
  const node = source?.nodes.get(path)
  if (!source || !node || !isOpen(node)) return null
  const page = { slug, title: source.title, path }
  if (node.kind === 'folder') {
    const { lines, others } = linesOf(node)
    const untold = path === '' ? source.others : 0
    const readme = await readReadme(slug, node)
    const content = {
      kind: 'folder' as const,
      lines,
      others: others + untold,
      ...totalOf(node),
      readme,
    }
    return { ...page, content }
  }
  const text = await readText(slug, path)
  if (text === undefined) return null
  const { bytes, name } = node
  return {
    ...page,
    content: { kind: 'file', bytes, language: languageOfFile(name), ...shownText(text) },
  }
}
