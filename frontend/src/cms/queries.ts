// The questions that the site asks: which fields, how deep, how many.
import { z } from 'zod'
import { LIMITS } from '../limits.ts'
import { askCms } from './client.ts'
import { type Redirect, redirectsSchema } from './redirects.ts'
import {
  docsOf,
  type Project,
  type ProjectSummary,
  projectSchema,
  projectSummarySchema,
  type Site,
  siteSchema,
} from './shapes.ts'

const all = <Name extends string>(...names: Name[]): Record<Name, true> =>
  Object.fromEntries(names.map((name) => [name, true])) as Record<Name, true>

const SITE = all(
  'name',
  'title',
  'intro',
  'location',
  'availability',
  'email',
  'navigation',
  'socials',
  'footer',
  'seo',
)
const SUMMARY = all(
  'title',
  'slug',
  'kind',
  'summary',
  'cover',
  'technologies',
  'role',
  'period',
  'featured',
  'order',
  'demo',
)
const DETAIL = {
  ...SUMMARY,
  ...all(
    'body',
    'problem',
    'challenges',
    'lessons',
    'features',
    'links',
    'installSteps',
    'galleries',
    'stats',
    'roleDescription',
    'score',
    'related',
    'seo',
    'updatedAt',
  ),
}
const IMAGE = all(
  'filename',
  'width',
  'height',
  'alt',
  'decorative',
  'caption',
  'updatedAt',
  'sizes',
)

/** What populated documents carry; the rest stays in the CMS. */
const POPULATE = {
  media: IMAGE,
  technologies: all('name', 'slug', 'category'),
  demos: all('title', 'toolchain', 'mode', 'welcome', 'enabled', 'commands'),
  projects: all('title', 'slug', 'summary'),
}

const PUBLISHED = { _status: { equals: 'published' } }

export const readSite = (): Promise<Site> =>
  askCms({
    path: 'globals/site',
    query: { depth: 1, select: SITE, populate: { media: IMAGE } },
    schema: siteSchema,
  })

/** Published projects in the owner's order. */
export const readProjects = async (): Promise<ProjectSummary[]> => {
  const { docs } = await askCms({
    path: 'projects',
    query: {
      where: PUBLISHED,
      sort: 'order',
      limit: LIMITS.maxProjects,
      depth: 1,
      select: SUMMARY,
      populate: POPULATE,
    },
    schema: docsOf(projectSummarySchema),
  })
  return docs
}

/** A published project, or null when there is none by that slug. */
export const readProject = async (slug: string): Promise<Project | null> => {
  const { docs } = await askCms({
    path: 'projects',
    query: {
      where: { ...PUBLISHED, slug: { equals: slug } },
      limit: 1,
      depth: 1,
      select: DETAIL,
      populate: POPULATE,
    },
    schema: docsOf(projectSchema),
  })
  return docs[0] ?? null
}

/** Slugs of all published projects. */
export const readSlugs = async (): Promise<string[]> => {
  const { docs } = await askCms({
    path: 'projects',
    query: {
      where: PUBLISHED,
      sort: 'order',
      limit: LIMITS.maxProjects,
      depth: 0,
      select: all('slug'),
    },
    schema: docsOf(z.object({ slug: z.string() })),
  })
  return docs.map(({ slug }) => slug)
}

/** Old addresses that lead on, to what is published. */
export const readRedirects = async (): Promise<Redirect[]> => {
  const { redirects } = await askCms({
    path: 'redirects/served',
    query: {},
    schema: redirectsSchema,
  })
  return redirects
}
