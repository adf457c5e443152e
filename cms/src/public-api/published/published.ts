// The lines of what is published and the summaries of projects, each read once, and again after a change.
import type { Payload, PayloadRequest } from 'payload'
import { PUBLISHED } from '../../access/rules.ts'
import { DEFAULT_LANGUAGE, type Language } from '../../languages/languages.ts'
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
  readTextsOf,
  titleOrder,
} from './lines.ts'
import { type Readable, readReadable, readShownArchive, type ShownArchive } from './readable.ts'
import type { OpenRequest } from './related.ts'

export type Published = {
  /** Without a language in the default one, which serves whoever looks at no text. The order is the same in all. */
  projects: (locale?: Language) => Promise<Lines<ProjectLine>>
  experiences: () => Promise<Lines>
  pages: (locale?: Language) => Promise<Lines<PageLine>>
  /** Ids of projects by their titles in a language. */
  titles: (locale: Language) => Promise<readonly string[]>
  /** Ids of the technologies that projects are made with, by their slugs. */
  technologies: () => Promise<ReadonlyMap<string, string>>
  /** Of which projects visitors may read the source. */
  readable: () => Promise<Readable>
  /** What is in the archive with `id`; nothing when it is not shown. */
  archive: (id: string) => Promise<ShownArchive | undefined>
  /** Of the projects with `ids`, in that order; those that are gone meanwhile are left out. */
  summaries: (ids: readonly string[], locale: Language) => Promise<ProjectSummary[]>
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

/** What is said of a project is kept for each language; its id is before the space. */
const summaryKey = (id: string, locale: Language): string => `${id} ${locale}`

const readSummaries = async (
  req: PayloadRequest,
  payload: Payload,
  { ids, locale }: { ids: readonly string[]; locale: Language },
): Promise<Map<string, ProjectSummary>> => {
  const { docs } = await payload.find({
    collection: 'projects',
    where: { and: [PUBLISHED, { id: { in: [...ids] } }] },
    limit: ids.length,
    pagination: false,
    depth: 1,
    select: SUMMARY_FIELDS,
    populate: POPULATE,
    locale,
    overrideAccess: false,
    req,
  })
  return new Map(docs.map((doc) => [summaryKey(doc.id, locale), projectSummaryOf(doc)]))
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
  // Of the other languages; a shelf may not be asked by its own loads, and these ask those above.
  const ofTexts = { ...PUBLIC_API.texts, bytesOf: linesBytes }
  const toldProjects = cache.shelf<Lines<ProjectLine>>(ofTexts)
  const toldPages = cache.shelf<Lines<PageLine>>(ofTexts)
  const titles = cache.shelf<readonly string[]>({
    ...PUBLIC_API.texts,
    bytesOf: ({ length }) => 100 * length,
  })
  const technologies = cache.shelf<ReadonlyMap<string, string>>({
    ...PUBLIC_API.lines,
    bytesOf: ({ size }) => 300 * size,
  })
  const readable = cache.shelf<Readable>({
    ...PUBLIC_API.lines,
    bytesOf: ({ size }) => 300 * size,
  })
  const archives = cache.shelf<ShownArchive | null>({
    ...PUBLIC_API.listings,
    // Its listing is there as it is stored and as it is told.
    bytesOf: (archive) => 4 * JSON.stringify(archive?.entries ?? []).length,
  })
  const summaries = cache.shelf<ProjectSummary>({
    ...PUBLIC_API.summaries,
    bytesOf: (summary) => 2 * JSON.stringify(summary).length,
  })
  const projectLines = () => projects.get('all', () => readProjectLines(payload))
  const pageLines = () => pages.get('all', () => readPageLines(payload))
  const projectsIn = (locale: Language = DEFAULT_LANGUAGE) =>
    locale === DEFAULT_LANGUAGE
      ? projectLines()
      : toldProjects.get(locale, async () =>
          readTextsOf(payload, { collection: 'projects', locale }, await projectLines()),
        )
  return {
    projects: projectsIn,
    experiences: () => experiences.get('all', () => readExperienceLines(payload)),
    pages: (locale = DEFAULT_LANGUAGE) =>
      locale === DEFAULT_LANGUAGE
        ? pageLines()
        : toldPages.get(locale, async () =>
            readTextsOf(payload, { collection: 'pages', locale }, await pageLines()),
          ),
    titles: (locale) =>
      titles.get(locale, async () =>
        [...(await projectsIn(locale)).lines].sort(titleOrder(locale)).map(({ id }) => id),
      ),
    technologies: () =>
      technologies.get('all', async () => {
        const used = [...countUses(await projectLines()).keys()]
        return used.length > 0 ? readTechnologies(payload, used) : new Map()
      }),
    readable: () => readable.get('all', async () => readReadable(payload, await projectLines())),
    archive: async (id) =>
      (await archives.get(id, async () => (await readShownArchive(payload, id)) ?? null)) ??
      undefined,
    summaries: (ids, locale) =>
      summaries.getAll(
        ids.map((id) => summaryKey(id, locale)),
        async (missing) =>
          readSummaries(await openRequest(), payload, {
            ids: missing.map((key) => key.slice(0, key.indexOf(' '))),
            locale,
          }),
      ),
  }
}
