// Which pages a change in the CMS touches. Pure: the webhook and its tests share it.
import { z } from 'zod'
import { isSlug, projectPath } from './routes.ts'

const slug = z.string().refine(isSlug, 'not a slug')

/** What the CMS says when something was published, changed or removed. */
export const changeSchema = z.object({
  id: z.string().min(1).max(200),
  event: z.literal('changed'),
  collection: z.enum([
    'projects',
    'experiences',
    'technologies',
    'media',
    'demos',
    'redirects',
    'site',
    'resume',
    'terminal',
  ]),
  slug: slug.nullish(),
  previousSlug: slug.nullish(),
})

export type Change = z.output<typeof changeSchema>

/** The page for missing addresses carries the owner's name too. */
const SHARED = ['/', '/projects', '/404']

/** `first`: what the change is about. `rest`: pages that may show a part of it. */
export type Touched = { first: string[]; rest: string[] }

/**
 * Paths to render again. A technology, image or demo may be on any page, and so is the site's header.
 * Redirects are on no page. A project shows on its own page, on the lists, and as a related project on others.
 */
export const touchedPaths = (change: Change, slugs: Iterable<string>): Touched => {
  if (change.collection === 'redirects') return { first: [], rest: [] }
  const slugsOfProject = change.collection === 'projects' ? [change.slug, change.previousSlug] : []
  const own = slugsOfProject.filter((entry) => entry != null)
  const first = [...new Set([...own.map(projectPath), ...SHARED])]
  const rest = Array.from(slugs, projectPath).filter((path) => !first.includes(path))
  return { first, rest }
}
