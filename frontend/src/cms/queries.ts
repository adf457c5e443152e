// The questions that the site asks of the CMS's public API.
import { z } from 'zod'
import { DEFAULT_LANGUAGE, type Language } from '../i18n/languages.ts'
import { KINDS, type KindCount } from '../kinds.ts'
import { LIMITS } from '../limits.ts'
import type { ProjectFilter } from '../routes.ts'
import { askCms, CmsError, type Query } from './client.ts'
import { type Redirect, redirectsSchema } from './redirects.ts'
import { type Activity, activitySchema } from './shapes/activity.ts'
import { type Experience, experienceSchema, experienceSummarySchema } from './shapes/experience.ts'
import { type FoundDocument, foundDocumentSchema } from './shapes/found.ts'
import { type Addresses, addressesSchema, itemsOf, type PageOf, pageOf } from './shapes/list.ts'
import { type LaidOutPage, pageSchema, pageTitleSchema } from './shapes/page.ts'
import { technologySchema } from './shapes/parts.ts'
import {
  type Project,
  type ProjectSummary,
  projectSchema,
  projectSummarySchema,
} from './shapes/project.ts'
import { type Resume, resumeSchema } from './shapes/resume.ts'
import { EMPTY_SITE, type Site, siteAnswerSchema } from './shapes/site.ts'
import { type Source, sourceFileSchema, sourceSchema } from './shapes/source.ts'
import { type Status, statusSchema } from './shapes/status.ts'

/** As the CMS wants to be asked for a language; texts that are not written in it come in the default one. */
export const localeQuery = (language: Language): Query => ({
  locale: language === DEFAULT_LANGUAGE ? undefined : language,
})

/** What is asked, and in which language. */
type Question<Schema extends z.ZodType> = {
  path: string
  schema: Schema
  language: Language
  query?: Query
}

const ask = <Schema extends z.ZodType>({ path, schema, language, query }: Question<Schema>) =>
  askCms({
    path: `public/v1/${path}`,
    schema,
    query: { ...query, ...localeQuery(language) },
  })

const NOT_FOUND = 404

/** Null when the CMS has no such document. @throws {CmsError} */
const orNull = async <Value>(answer: Promise<Value>): Promise<Value | null> => {
  try {
    return await answer
  } catch (error) {
    if (error instanceof CmsError && error.status === NOT_FOUND) return null
    throw error
  }
}

export const readSite = async (language: Language): Promise<Site> =>
  (await orNull(ask({ path: 'site', schema: siteAnswerSchema, language }))) ?? EMPTY_SITE

const filterQuery = (filter: ProjectFilter): Query => {
  switch (filter.by) {
    case 'nothing':
      return {}
    case 'kind':
      return { kind: filter.kind }
    case 'technology':
      return { technology: filter.technology }
  }
}

/** Page `number` of the published projects in the owner's order. */
export const readProjects = (
  language: Language,
  filter: ProjectFilter,
  number: number,
): Promise<PageOf<ProjectSummary>> =>
  ask({
    path: 'projects',
    schema: pageOf(projectSummarySchema),
    language,
    query: { ...filterQuery(filter), page: number, pageSize: LIMITS.projectsPerPage },
  })

/** Published projects that the owner put forward. */
export const readFeatured = async (language: Language): Promise<ProjectSummary[]> => {
  const query = { featured: 'true', page: 1, pageSize: LIMITS.projectsPerPage }
  const schema = pageOf(projectSummarySchema)
  return (await ask({ path: 'projects', schema, language, query })).items
}

/** Those that were changed last, at most as many as a feed has. */
export const readLatestProjects = async (language: Language): Promise<ProjectSummary[]> => {
  const query = { sort: 'updated', page: 1, pageSize: LIMITS.feedEntries }
  const schema = pageOf(projectSummarySchema)
  return (await ask({ path: 'projects', schema, language, query })).items
}

/** The first published projects in the owner's order, up to `most`. */
export const readFirstProjects = async (
  language: Language,
  most: number,
): Promise<ProjectSummary[]> => {
  const projects: ProjectSummary[] = []
  for (let page = 1; projects.length < most; page += 1) {
    const query = { page, pageSize: LIMITS.feedEntries }
    const schema = pageOf(projectSummarySchema)
    const { items, pages } = await ask({ path: 'projects', schema, language, query })
    projects.push(...items)
    if (page >= pages) break
  }
  return projects.slice(0, most)
}

/** Pages that are laid out, the first of them in the owner's order. */
export const readPageTitles = async (language: Language) => {
  const query = { page: 1, pageSize: LIMITS.feedEntries }
  return (await ask({ path: 'pages', schema: pageOf(pageTitleSchema), language, query })).items
}

export const readProject = (language: Language, slug: string): Promise<Project | null> =>
  orNull(ask({ path: `projects/${slug}`, schema: projectSchema, language }))

/** What is in a project's source, where its owner shows it. */
export const readSource = (language: Language, slug: string): Promise<Source | null> =>
  orNull(ask({ path: `projects/${slug}/source`, schema: sourceSchema, language }))

/** A text of it, by a path of its entries. */
export const readSourceFile = (slug: string, path: string): Promise<{ text: string } | null> =>
  orNull(
    ask({
      path: `projects/${slug}/source/file`,
      schema: sourceFileSchema,
      language: DEFAULT_LANGUAGE,
      query: { path },
    }),
  )

export const readExperiences = async (language: Language) => {
  const schema = itemsOf(experienceSummarySchema)
  return (await ask({ path: 'experiences', schema, language })).items
}

export const readExperience = (language: Language, slug: string): Promise<Experience | null> =>
  orNull(ask({ path: `experiences/${slug}`, schema: experienceSchema, language }))

export const readLaidOutPage = (language: Language, slug: string): Promise<LaidOutPage | null> =>
  orNull(ask({ path: `pages/${slug}`, schema: pageSchema, language }))

export const readResume = (language: Language): Promise<Resume> =>
  ask({ path: 'resume', schema: resumeSchema, language })

/** All technologies, in the owner's order. */
export const readTechnologies = async (language: Language) => {
  const schema = itemsOf(technologySchema)
  return (await ask({ path: 'technologies', schema, language })).items
}

/** Null without an account, and when GitHub said it too long ago to be news, whatever the CMS thinks of it. */
export const readActivity = async (nowMs = Date.now()): Promise<Activity | null> => {
  const activity = await orNull(
    ask({ path: 'activity', schema: activitySchema, language: DEFAULT_LANGUAGE }),
  )
  return activity && nowMs - Date.parse(activity.at) < LIMITS.activityLifetimeMs ? activity : null
}

/** Published documents that say in a language what `q` asks for, the best first. */
export const readFound = (
  language: Language,
  query: { q: string; page: number; pageSize: number },
): Promise<PageOf<FoundDocument>> =>
  ask({ path: 'search', schema: pageOf(foundDocumentSchema), language, query })

/** How the CMS and what it needs are doing. */
export const readStatus = (language: Language): Promise<Status> =>
  askCms({ path: 'status', schema: statusSchema, query: localeQuery(language) })

/** How many projects there are of each kind, those without any left out. */
export const readKindCounts = async (language: Language): Promise<KindCount[]> => {
  const counts = await Promise.all(
    [...KINDS].map(async (kind) => {
      const schema = z.object({ total: z.int().nonnegative() })
      const { total } = await ask({
        path: 'projects',
        schema,
        language,
        query: { kind, page: 1, pageSize: 1 },
      })
      return { kind, projects: total }
    }),
  )
  return counts.filter(({ projects }) => projects > 0)
}

/** Everything that is published and has an address. */
export const readAddresses = (): Promise<Addresses> =>
  ask({ path: 'slugs', schema: addressesSchema, language: DEFAULT_LANGUAGE })

/** Old addresses that lead on, to what is published. */
export const readRedirects = async (): Promise<Redirect[]> => {
  const answer = ask({ path: 'redirects', schema: redirectsSchema, language: DEFAULT_LANGUAGE })
  return (await answer).items
}
