// The lines of what is published and the summaries of projects, each read once, and again after a change.
import type { Payload, PayloadRequest } from 'payload'
import { PUBLISHED } from '../../access/rules.ts'
import { PUBLIC_API } from '../../limits.ts'
import type { ResponseCache } from '../cache/response-cache.ts'
import { POPULATE } from '../routes/populate.ts'
import { type ProjectSummary, projectSummaryOf, SUMMARY_FIELDS } from '../shapes/project.ts'
import {
  countUses,
  type Line,
  type Lines,
  lineBytes,
  type PageLine,
  type ProjectLine,
  readExperienceLines,
  readPageLines,
  readProjectLines,
} from './lines.ts'
import type { OpenRequest } from './related.ts'

export type Published = {
  projects: () => Promise<Lines<ProjectLine>>
  experiences: () => Promise<Lines>
  pages: () => Promise<Lines<PageLine>>
  /** Ids of projects by their title, as the database sorts. */
  titles: () => Promise<readonly string[]>
  /** Ids of the technologies that projects are made with, by their slugs. */
  technologies: () => Promise<ReadonlyMap<string, string>>
  /** Of the projects with `ids`, in that order; those that are gone meanwhile are left out. */
  summaries: (ids: readonly string[]) => Promise<ProjectSummary[]>
}

const readTitles = async (payload: Payload): Promise<readonly string[]> => {
  const { docs } = await payload.find({
    collection: 'projects',
    where: PUBLISHED,
    sort: ['title', 'id'],
    limit: PUBLIC_API.maxLines,
    pagination: false,
    depth: 0,
    select: {},
    overrideAccess: false,
  })
  return docs.map(({ id }) => id)
}

const readTechnologies = async (
  payload: Payload,
  ids: string[],
): Promise<ReadonlyMap<string, string>> => {
  const { docs } = await payload.find({
    collection: 'technologies',
    where: { id: { in: ids } },
    pagination: false,
    depth: 0,
    select: { slug: true },
    overrideAccess: false,
  })
  return new Map(docs.map(({ id, slug }) => [slug, id]))
}

const readSummaries = async (
  req: PayloadRequest,
  payload: Payload,
  ids: readonly string[],
): Promise<Map<string, ProjectSummary>> => {
  const { docs } = await payload.find({
    collection: 'projects',
    where: { and: [PUBLISHED, { id: { in: [...ids] } }] },
    limit: ids.length,
    pagination: false,
    depth: 1,
    select: SUMMARY_FIELDS,
    populate: POPULATE,
    overrideAccess: false,
    req,
  })
  return new Map(docs.map((doc) => [doc.id, projectSummaryOf(doc)]))
}

const linesBytes = ({ lines }: Lines): number =>
  lines.reduce((sum, line: Line) => sum + lineBytes(line), 0)

export const createPublished = ({
  payload,
  cache,
  openRequest,
}: {
  payload: Payload
  cache: ResponseCache
  openRequest: OpenRequest
}): Published => {
  const ofLines = { ...PUBLIC_API.lines, bytesOf: linesBytes }
  const projects = cache.shelf<Lines<ProjectLine>>(ofLines)
  const experiences = cache.shelf<Lines>(ofLines)
  const pages = cache.shelf<Lines<PageLine>>(ofLines)
  const titles = cache.shelf<readonly string[]>({
    ...PUBLIC_API.lines,
    bytesOf: ({ length }) => 100 * length,
  })
  const technologies = cache.shelf<ReadonlyMap<string, string>>({
    ...PUBLIC_API.lines,
    bytesOf: ({ size }) => 300 * size,
  })
  const summaries = cache.shelf<ProjectSummary>({
    ...PUBLIC_API.summaries,
    bytesOf: (summary) => 2 * JSON.stringify(summary).length,
  })
  const readLines = () => projects.get('all', () => readProjectLines(payload))
  return {
    projects: readLines,
    experiences: () => experiences.get('all', () => readExperienceLines(payload)),
    pages: () => pages.get('all', () => readPageLines(payload)),
    titles: () => titles.get('all', () => readTitles(payload)),
    technologies: () =>
      technologies.get('all', async () => {
        const used = [...countUses(await readLines()).keys()]
        return used.length > 0 ? readTechnologies(payload, used) : new Map()
      }),
    summaries: (ids) =>
      summaries.getAll(ids, async (missing) =>
        readSummaries(await openRequest(), payload, missing),
      ),
  }
}
