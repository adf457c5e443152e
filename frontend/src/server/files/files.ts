// The registry of files that are made from content. A new kind is one more line here.
import { DEFAULT_LANGUAGE, isLanguage, type Language } from '../../i18n/languages.ts'
import { feedFiles } from './feed.ts'
import type { FileKind } from './file.ts'
import { llmsFile } from './llms.ts'
import { markdownFile } from './markdown.ts'
import { pictureFile } from './picture.ts'
import { resumeFiles } from './resume.ts'
import { sitemapFiles } from './sitemap.ts'

const FILES: readonly FileKind[] = [
  ...feedFiles,
  ...sitemapFiles,
  ...resumeFiles,
  llmsFile,
  markdownFile,
  pictureFile,
]

export type FoundFile = { kind: FileKind; language: Language; path: string; groups: string[] }

const LANGUAGE_FIRST = /^\/([a-z]{2})(\/.*)$/

/** The file that could be at a path, whether or not there is one. */
export const fileAt = (whole: string, files = FILES): FoundFile | undefined => {
  // Nothing without a dot is a file: pages are passed over with one look.
  if (!whole.includes('.')) return undefined
  const [, first, rest] = LANGUAGE_FIRST.exec(whole) ?? []
  const isTranslated = isLanguage(first) && first !== DEFAULT_LANGUAGE && rest !== undefined
  const path = isTranslated ? rest : whole
  const language = isTranslated ? first : DEFAULT_LANGUAGE
  for (const kind of files) {
    const match = kind.pattern.exec(path)
    if (match) return { kind, language, path, groups: match.slice(1) }
  }
  return undefined
}
