// What the process would know of a CMS with the given slugs, for tests of what depends on it.
import type { KnownAddresses } from '../cms/memories.ts'

type Slugs = Partial<Record<'projects' | 'experiences' | 'pages', string[]>>

const bySlug = (slugs: string[] = []) => new Map(slugs.map((slug) => [slug, null]))

export const knownOf = (
  { projects, experiences, pages }: Slugs,
  more: Partial<KnownAddresses> = {},
): KnownAddresses => ({
  projects: bySlug(projects),
  experiences: bySlug(experiences),
  pages: bySlug(pages),
  sources: new Set(),
  technologies: new Map(),
  languages: ['en'],
  countsViews: true,
  ...more,
})
