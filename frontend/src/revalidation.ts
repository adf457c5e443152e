// Which pages a change in the CMS touches. Pure: the webhook and its tests share it.
import { z } from 'zod'
import type { KnownAddresses } from './cms/memories.ts'
import { KINDS } from './kinds.ts'
import { isSlug, type Place, PROJECTS, type ProjectFilter, pathOf } from './routes.ts'

const slug = z.string().refine(isSlug, 'not a slug')
const collection = slug

/** What the CMS says when something was published, changed or removed. */
export const changeSchema = z.object({
  version: z.literal(2),
  id: z.string().min(1).max(200),
  event: z.literal('changed'),
  /** Slug of a collection or global. One without pages here may still be on those that every change touches. */
  collection,
  slug: slug.nullish(),
  previousSlug: slug.nullish(),
  /** Pages that show a part of what changed. Of collections without pages here they are passed over. */
  related: z.array(z.object({ collection, slug })).max(100),
  /** On more pages than were worth naming, or on all. */
  isEverywhere: z.boolean(),
})

export type Change = z.output<typeof changeSchema>

/** Lists that may show a part of whatever changed. */
const SHARED: Place[] = [{ page: 'home' }, PROJECTS, { page: 'experiences' }, { page: 'resume' }]

/** `first`: what the change is about. `rest`: pages that show a part of it. */
export type Touched = { first: string[]; rest: string[] }

/** Collections whose documents are told of in lists of projects. */
const LISTED = new Set(['projects', 'technologies', 'demos'])

/** First pages of what the list can be narrowed to; the pages after them are renewed by themselves. */
const narrowedLists = ({ technologies }: KnownAddresses): Place[] => {
  const filters: ProjectFilter[] = [
    ...[...KINDS].map((kind) => ({ by: 'kind' as const, kind })),
    ...[...technologies.keys()].map((technology) => ({ by: 'technology' as const, technology })),
  ]
  return filters.map((filter) => ({ page: 'projects', filter, number: 1 }))
}

const placeOf = (from: string, at: string): Place | undefined => {
  switch (from) {
    case 'projects':
      return { page: 'project', slug: at }
    case 'experiences':
      return { page: 'experience', slug: at }
    case 'pages':
      return { page: 'page', slug: at }
    default:
      return undefined
  }
}

const COLLECTIONS = ['projects', 'experiences', 'pages'] as const

/** Paths to render again. Redirects are on no page. */
export const touchedPaths = (change: Change, known: KnownAddresses): Touched => {
  if (change.collection === 'redirects') return { first: [], rest: [] }
  const pathsOf = (places: (Place | undefined)[]) =>
    places
      .filter((place) => place !== undefined)
      .flatMap((place) => known.languages.map((language) => pathOf({ ...place, language })))
  const own = [change.slug, change.previousSlug].map((at) =>
    at ? placeOf(change.collection, at) : undefined,
  )
  const first = [...new Set(pathsOf([...own, ...SHARED]))]
  const others = change.isEverywhere
    ? COLLECTIONS.flatMap((from) => [...known[from].keys()].map((at) => placeOf(from, at)))
    : change.related.map(({ collection: from, slug: at }) => placeOf(from, at))
  const shown = [...own, ...others]
  const demos = shown.flatMap((place): Place[] =>
    place?.page === 'project' ? [{ page: 'demo', slug: place.slug }] : [],
  )
  const lists = LISTED.has(change.collection) ? narrowedLists(known) : []
  const rest = new Set(pathsOf([...others, ...demos, ...lists]))
  return { first, rest: [...rest].filter((path) => !first.includes(path)) }
}
