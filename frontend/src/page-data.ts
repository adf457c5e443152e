// What each page is made of, and how it is asked of the CMS.
import { readProject, readProjects, readSite } from './cms/queries.ts'
import type { Project, ProjectSummary, Site } from './cms/shapes.ts'
import type { Route } from './routes.ts'

export type PageData =
  | { page: 'home'; site: Site; projects: ProjectSummary[] }
  | { page: 'projects'; site: Site; projects: ProjectSummary[] }
  | { page: 'project'; site: Site; project: Project }

/** Null when there is no such page. @throws {CmsError} */
export const readPage = async (route: Route): Promise<PageData | null> => {
  switch (route.page) {
    case 'home':
    case 'projects': {
      const [site, projects] = await Promise.all([readSite(), readProjects()])
      return { page: route.page, site, projects }
    }
    case 'project': {
      const [site, project] = await Promise.all([readSite(), readProject(route.slug)])
      return project && { page: 'project', site, project }
    }
    case 'missing':
      return null
  }
}
