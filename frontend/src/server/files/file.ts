// What a kind of file made from content has to say: where it is, and how it is made.
import type { KnownAddresses } from '../../cms/memories.ts'
import type { Language } from '../../i18n/languages.ts'
import type { LIMITS } from '../../limits.ts'

export type FileQuestion = {
  language: Language
  /** The path behind the language: `/feed.xml` of `/fr/feed.xml`. */
  path: string
  /** What the pattern's groups caught. */
  groups: readonly string[]
  siteUrl: string
  known: KnownAddresses
}

export type MadeFile = {
  /** Its media type, with a charset where it is text. */
  type: string
  body: string | Buffer
  /** Headers besides; a cache-control here replaces that of all files. */
  headers?: Record<string, string>
  /** Stands in for what could not be made now, and is not kept. */
  isMakeshift?: boolean
}

/** Where files are kept: what is cheap to make again takes no room from what is not. */
export type ShelfName = keyof typeof LIMITS.shelves

export type FileKind = {
  /** Of the path behind the language. What it leaves out can be no file of this kind, and is not asked for. */
  pattern: RegExp
  /** Where its files are kept; without it with most. */
  shelf?: ShelfName
  /** Whether there may be one, without a question to the CMS; asked at each visit. Without it there always may. */
  mayBe?: (question: FileQuestion) => boolean
  /** Null when there is no such file. @throws {CmsError} */
  make: (question: FileQuestion) => Promise<MadeFile | null>
}

/** A made file under several exact addresses is one kind for each. */
export const at = (path: string, make: FileKind['make'], mayBe?: FileKind['mayBe']): FileKind => ({
  pattern: new RegExp(`^${path.replaceAll('.', '\\.')}$`),
  ...(mayBe ? { mayBe } : {}),
  make,
})
