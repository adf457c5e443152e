// `.md` behind the address of a page: the page as Markdown, for those who read text.
import { isThere } from '../../existence.ts'
import { DEFAULT_LANGUAGE } from '../../i18n/languages.ts'
import { routeOfMarkdown } from '../../machine-paths.ts'
import { pageMarkdown } from '../../markdown/page.ts'
import { hasContent, readPage } from '../../page-data.ts'
import type { Route } from '../../routes.ts'
import type { FileKind, FileQuestion } from './file.ts'

/** Another language in front of the path was taken off already: one more is none of ours. */
const routeAt = ({ language, path }: Pick<FileQuestion, 'language' | 'path'>): Route => {
  const found = routeOfMarkdown(path)
  return found.language === DEFAULT_LANGUAGE
    ? { ...found, language }
    : { page: 'missing', language }
}

export const markdownFile: FileKind = {
  pattern: /^\/[a-z0-9/-]{1,200}\.md$/,
  mayBe: (question) => {
    const route = routeAt(question)
    return hasContent(route) && isThere(route, question.known)
  },
  make: async ({ siteUrl, ...question }) => {
    const data = await readPage(routeAt(question))
    return data && { type: 'text/markdown; charset=utf-8', body: pageMarkdown(data, siteUrl) }
  },
}
