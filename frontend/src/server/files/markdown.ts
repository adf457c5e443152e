// `.md` behind the address of a page: the page as Markdown, for those who read text.
import { isThere } from '../../existence.ts'
import { DEFAULT_LANGUAGE } from '../../i18n/languages.ts'
import { routeOfMarkdown } from '../../machine-paths.ts'
import { pageMarkdown } from '../../markdown/page.ts'
import { readPage } from '../../page-data.ts'
import type { FileKind } from './file.ts'

export const markdownFile: FileKind = {
  pattern: /^\/[a-z0-9/-]{1,200}\.md$/,
  make: async ({ language, path, siteUrl, known }) => {
    const found = routeOfMarkdown(path)
    // Another language in front of the path was taken off already: one more is none of ours.
    if (found.language !== DEFAULT_LANGUAGE) return null
    const route = { ...found, language }
    const data = isThere(route, known) ? await readPage(route) : null
    if (!data) return null
    return { type: 'text/markdown; charset=utf-8', body: pageMarkdown(data, siteUrl) }
  },
}
