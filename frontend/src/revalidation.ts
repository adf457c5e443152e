// Which pages a change in the CMS touches. Pure: the webhook and its tests share it.
import { z } from 'zod'
import { isSlug, projectPath } from './routes.ts'

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

/** The page for missing addresses carries the owner's name too. */
const SHARED = ['/', '/projects', '/404']

/** `first`: what the change is about. `rest`: pages that show a part of it. */
export type Touched = { first: string[]; rest: string[] }

const pathsOf = (collection: string, slugs: (string | null | undefined)[]): string[] =>
  collection === 'projects' ? slugs.filter((entry) => entry != null).map(projectPath) : []

/** Paths to render again; `slugs`: of all projects. Redirects are on no page. */
export const touchedPaths = (change: Change, slugs: Iterable<string>): Touched => {
  if (change.collection === 'redirects') return { first: [], rest: [] }
  const own = pathsOf(change.collection, [change.slug, change.previousSlug])
  const first = [...new Set([...own, ...SHARED])]
  const others = change.isEverywhere
    ? pathsOf('projects', [...slugs])
    : change.related.flatMap(({ collection, slug: other }) => pathsOf(collection, [other]))
  return { first, rest: [...new Set(others)].filter((path) => !first.includes(path)) }
}
