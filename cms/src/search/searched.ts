// What can be found: the collections, and what of a document counts as its title and its summary.
import type { Language } from '../languages/languages.ts'
import { SEARCH } from '../limits.ts'
import { foldText } from './fold.ts'
import { wordsOf } from './words-of.ts'

type Doc = Record<string, unknown>

const text = (value: unknown): string =>
  typeof value === 'string' ? value.replaceAll('\0', '') : ''

type Searched = { title: (doc: Doc) => string; summary: (doc: Doc) => string; said: string[] }

/** `said`: fields that are in the title or the summary already. */
export const SEARCHED: Record<string, Searched> = {
  projects: {
    title: ({ title }) => text(title),
    summary: ({ summary }) => text(summary),
    said: ['title', 'summary'],
  },
  experiences: {
    title: ({ role, company }) => [text(role), text(company)].filter(Boolean).join(', '),
    summary: ({ subtitle }) => text(subtitle),
    said: ['role', 'company', 'subtitle'],
  },
  pages: {
    title: ({ title }) => text(title),
    summary: () => '',
    said: ['title'],
  },
}

export type SearchRow = {
  collection: string
  id: string
  locale: Language
  slug: string
  title: string
  summary: string
  body: string
  /** Ids of those whose names can be found with the document. */
  technologies: string[]
  /** Folded, each with its own weight. */
  words: { title: string; technologies: string; summary: string; body: string }
}

/** Of a document that a visitor sees in a language, its relations as ids. `names`: of technologies, by id. */
export const searchRow = (
  { collection, locale }: { collection: string; locale: Language },
  doc: Doc,
  names: ReadonlyMap<string, string>,
): SearchRow | undefined => {
  const searched = SEARCHED[collection]
  const slug = text(doc.slug)
  if (!searched || slug === '' || typeof doc.id !== 'string') return undefined
  const technologies = Array.isArray(doc.technologies)
    ? doc.technologies.filter((id): id is string => typeof id === 'string')
    : []
  const said = new Set([...searched.said, 'technologies'])
  const rest = Object.fromEntries(Object.entries(doc).filter(([name]) => !said.has(name)))
  const title = searched.title(doc)
  const summary = searched.summary(doc)
  const body = text(wordsOf(rest, SEARCH.maxText))
  const fold = (value: string) => foldText(value).slice(0, SEARCH.maxText)
  return {
    collection,
    id: doc.id,
    locale,
    slug,
    title,
    summary,
    body,
    technologies,
    words: {
      title: fold(title),
      technologies: fold(technologies.map((id) => names.get(id) ?? '').join(' ')),
      summary: fold(summary),
      body: fold(body),
    },
  }
}
