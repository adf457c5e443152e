// Whether there is a page at an address, from what the process remembers of the CMS. Pure.
import type { KnownAddresses } from './cms/memories.ts'
import { KINDS } from './kinds.ts'
import { LIMITS } from './limits.ts'
import type { Place, ProjectFilter, Route } from './routes.ts'

/** Projects that a list can have at most; `undefined` where there is no such list. How many are of a kind is the CMS's to say. */
const mostOf = (filter: ProjectFilter, known: KnownAddresses): number | undefined => {
  switch (filter.by) {
    case 'nothing':
      return known.projects.size
    case 'kind':
      return KINDS.has(filter.kind) ? known.projects.size : undefined
    case 'technology':
      return known.technologies.get(filter.technology)
  }
}

const hasList = (
  { filter, number }: Extract<Place, { page: 'projects' }>,
  known: KnownAddresses,
): boolean => {
  const projects = mostOf(filter, known)
  if (projects === undefined) return false
  return number <= Math.max(1, Math.ceil(projects / LIMITS.projectsPerPage))
}

export const isThere = (route: Route, known: KnownAddresses): boolean => {
  if (!known.languages.includes(route.language)) return false
  switch (route.page) {
    case 'missing':
      return false
    case 'projects':
      return hasList(route, known)
    // Which of them can be run now is the CMS's to say.
    case 'demo':
    case 'project':
      return known.projects.has(route.slug)
    // Whether there is such a file, its tree says.
    case 'source':
      return known.projects.has(route.slug) && known.sources.has(route.slug)
    case 'experience':
      return known.experiences.has(route.slug)
    case 'page':
      return known.pages.has(route.slug)
    case 'home':
    case 'experiences':
    case 'resume':
    case 'search':
    case 'status':
    case 'contact':
    case 'sent':
      return true
  }
}
