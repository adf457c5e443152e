// Searches the CMS: bounded, with addresses of this site for what was found.
import { stringsOf } from '../i18n/context.tsx'
import type { Language } from '../i18n/languages.ts'
import { LIMITS } from '../limits.ts'
import { type Place, pathOf } from '../routes.ts'
import { type Found, type FoundList, MAX_QUESTION } from '../search.ts'
import { atOnce } from './at-once.ts'
import { readFound } from './queries.ts'
import type { FoundCollection, FoundDocument } from './shapes/found.ts'

export type Asked = { question: string; language: Language; page: number; pageSize: number }

/** The question as it is asked, spaces in it counted once; `undefined` when it is too long. */
export const questionOf = (text: string): string | undefined => {
  // What is far too long is not even looked at.
  if (text.length > MAX_QUESTION * 4) return undefined
  const question = text.replace(/\s+/g, ' ').trim()
  return question.length <= MAX_QUESTION ? question : undefined
}

const PLACES: Record<FoundCollection, (slug: string) => Place> = {
  projects: (slug) => ({ page: 'project', slug }),
  experiences: (slug) => ({ page: 'experience', slug }),
  pages: (slug) => ({ page: 'page', slug }),
}

const foundOf = (
  { collection, slug, titlePieces, excerpt }: FoundDocument,
  language: Language,
): Found => ({
  href: pathOf({ ...PLACES[collection](slug), language }),
  kind: stringsOf(language).searching.kinds[collection],
  title: titlePieces,
  excerpt,
})

const bounded = atOnce(LIMITS.searchesAtOnce)

/** @throws {CmsError} when the CMS does not answer, or when too many ask */
export const find = async ({
  question,
  language,
  page,
  pageSize,
}: Asked): Promise<FoundList & { pages: number }> => {
  if (question === '') return { total: 0, items: [], pages: 0 }
  const found = await bounded(() => readFound(language, { q: question, page, pageSize }))
  const items = found.items.map((document) => foundOf(document, language))
  return { total: found.total, items, pages: Math.min(found.pages, LIMITS.maxSearchPage) }
}
