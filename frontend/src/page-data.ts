// What each page is made of, and how it is asked of the CMS.
import { CmsError } from './cms/client.ts'
import {
  readActivity,
  readExperience,
  readExperiences,
  readFeatured,
  readKindCounts,
  readLaidOutPage,
  readProject,
  readProjects,
  readResume,
  readSite,
  readTechnologies,
} from './cms/queries.ts'
import type { Activity } from './cms/shapes/activity.ts'
import type { Experience, ExperienceSummary } from './cms/shapes/experience.ts'
import type { PageOf } from './cms/shapes/list.ts'
import type { LaidOutPage } from './cms/shapes/page.ts'
import type { Technology } from './cms/shapes/parts.ts'
import type { Demo, Project, ProjectSummary } from './cms/shapes/project.ts'
import type { Resume } from './cms/shapes/resume.ts'
import type { Site } from './cms/shapes/site.ts'
import type { Language } from './i18n/languages.ts'
import type { KindCount } from './kinds.ts'
import type { Place, ProjectFilter, Route } from './routes.ts'

/** What is on one page only. */
export type Content =
  | {
      page: 'home'
      /** Those that the owner put forward; without any, the first few. */
      featured: ProjectSummary[]
      experiences: ExperienceSummary[]
      technologies: Technology[]
      activity: Activity | null
    }
  | {
      page: 'projects'
      filter: ProjectFilter
      list: PageOf<ProjectSummary>
      technologies: Technology[]
      kinds: KindCount[]
    }
  | { page: 'project'; project: Project }
  | { page: 'demo'; project: Project; demo: Demo }
  | { page: 'experiences'; experiences: ExperienceSummary[] }
  | { page: 'experience'; experience: Experience }
  | { page: 'page'; content: LaidOutPage }
  | { page: 'resume'; resume: Resume }

export type PageData = { language: Language; place: Place; site: Site } & Content

/** Without a selection by the owner, the first few stand for all. */
const FALLBACK_COUNT = 3

/** The one thing on its page that the page can be without. */
const activityIfAny = async (): Promise<Activity | null> => {
  try {
    return await readActivity()
  } catch (error) {
    if (error instanceof CmsError) return null
    throw error
  }
}

const readHome = async (language: Language): Promise<Content> => {
  const [featured, experiences, technologies, activity] = await Promise.all([
    readFeatured(language),
    readExperiences(language),
    readTechnologies(language),
    activityIfAny(),
  ])
  const others = { experiences, technologies, activity }
  if (featured.length > 0) return { page: 'home', featured, ...others }
  const { items } = await readProjects(language, { by: 'nothing' }, 1)
  return { page: 'home', featured: items.slice(0, FALLBACK_COUNT), ...others }
}

const readList = async (
  language: Language,
  { filter, number }: Extract<Place, { page: 'projects' }>,
): Promise<Content | null> => {
  const [list, technologies, kinds] = await Promise.all([
    readProjects(language, filter, number),
    readTechnologies(language),
    readKindCounts(language),
  ])
  return number > 1 && list.items.length === 0
    ? null
    : { page: 'projects', filter, list, technologies, kinds }
}

/** Whether a page is made of content: the others are drawn by pages of their own, and have no files beside them. */
export const hasContent = ({ page }: Pick<Place, 'page'>): boolean =>
  page !== 'source' &&
  page !== 'search' &&
  page !== 'status' &&
  page !== 'contact' &&
  page !== 'sent' &&
  page !== 'missing'

/** What is on the page at `place` only; null when there is none. @throws {CmsError} */
export const readContent = async (language: Language, place: Place): Promise<Content | null> => {
  switch (place.page) {
    case 'home':
      return readHome(language)
    case 'projects':
      return readList(language, place)
    case 'project': {
      const project = await readProject(language, place.slug)
      return project && { page: 'project', project }
    }
    case 'demo': {
      const project = await readProject(language, place.slug)
      const { demo = null } = project ?? {}
      return project && demo && { page: 'demo', project, demo }
    }
    case 'experiences':
      return { page: 'experiences', experiences: await readExperiences(language) }
    case 'experience': {
      const experience = await readExperience(language, place.slug)
      return experience && { page: 'experience', experience }
    }
    case 'page': {
      const content = await readLaidOutPage(language, place.slug)
      return content && { page: 'page', content }
    }
    case 'resume':
      return { page: 'resume', resume: await readResume(language) }
    // Drawn by pages of their own.
    case 'source':
    case 'search':
    case 'status':
    case 'contact':
    case 'sent':
    case 'missing':
      return null
  }
}

/** Null when there is no such page. @throws {CmsError} */
export const readPage = async ({ language, ...place }: Route): Promise<PageData | null> => {
  const [site, content] = await Promise.all([
    readSite(language),
    readContent(language, place as Place),
  ])
  return content && { language, place: place as Place, site, ...content }
}

/** Whether there may be code on the page. */
export const showsCode = ({ page }: Pick<PageData, 'page'>): boolean =>
  page === 'project' || page === 'experience' || page === 'page'
