// Whether there is a page at an address, from what the process remembers of the CMS. Pure.
import type { KnownAddresses } from './cms/memories.ts'
import { KINDS } from './kinds.ts'
import { LIMITS } from './limits.ts'
import type { Place, Route } from './routes.ts'

/** A list that is narrowed has no more pages than the whole one; which of them are empty is the CMS's to say. */
const hasList = (
  { filter, number }: Extract<Place, { page: 'projects' }>,
  known: KnownAddresses,
): boolean => {
  if (number > Math.max(1, Math.ceil(known.projects.size / LIMITS.projectsPerPage))) return false
  switch (filter.by) {
    case 'nothing':
      return true
    case 'kind':
      return KINDS.has(filter.kind)
    case 'technology':
      return known.technologies.has(filter.technology)
  }
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
