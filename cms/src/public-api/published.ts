// What is published, in few words and in the owner's order: which addresses there are, and which project comes after which.
import type { Payload } from 'payload'
import { PUBLISHED } from '../access/rules.ts'
import { PUBLIC_API } from '../limits.ts'
import type { ResponseCache } from './cache/response-cache.ts'
import { textOf } from './shapes/registry.ts'

/** The order of a list, with one that no two documents share at its end. Those without a number come last. */
export const ORDER = {
  projects: ['order', 'title', 'id'],
  experiences: ['order', '-period.start', 'id'],
  pages: ['title', 'id'],
} satisfies Record<string, string[]>

export type Line = { slug: string; updatedAt: string }
export type ProjectLine = Line & { title: string; summary: string | null }

/** `isWhole`: there are no others. */
export type Lines<Of extends Line = Line> = { lines: Of[]; isWhole: boolean }

/** `uses`: of how many of all projects, by the id of a technology. */
export type ProjectLines = Lines<ProjectLine> & { uses: ReadonlyMap<string, number> }

export type Published = {
  projects: () => Promise<ProjectLines>
  experiences: () => Promise<Lines>
  pages: () => Promise<Lines>
}

const LINE = { slug: true, updatedAt: true } as const

/** One more than there may be would only be read to be thrown away: exactly as many may be all, or not. */
const linesOf = <Doc, Of extends Line>(docs: Doc[], lineOf: (doc: Doc) => Of): Lines<Of> => ({
  lines: docs.map(lineOf),
  isWhole: docs.length < PUBLIC_API.maxLines,
})

const lineOf = ({ slug, updatedAt }: Line): Line => ({ slug, updatedAt })

const idOf = (relation: string | { id: string }): string =>
  typeof relation === 'string' ? relation : relation.id

const countUses = (docs: { technologies?: (string | { id: string })[] | null }[]) => {
  const uses = new Map<string, number>()
  for (const { technologies } of docs) {
    for (const id of new Set((technologies ?? []).map(idOf))) uses.set(id, (uses.get(id) ?? 0) + 1)
  }
  return uses
}

const question = <Collection extends keyof typeof ORDER>(collection: Collection) =>
  ({
    collection,
    where: PUBLISHED,
    sort: ORDER[collection],
    limit: PUBLIC_API.maxLines,
    pagination: false,
    depth: 0,
    overrideAccess: false,
  }) as const

const readProjects = async (payload: Payload): Promise<ProjectLines> => {
  const { docs } = await payload.find({
    ...question('projects'),
    select: { ...LINE, title: true, summary: true, technologies: true },
  })
  const lines = linesOf(docs, ({ slug, updatedAt, title, summary }) => ({
    slug,
    updatedAt,
    title,
    summary: textOf(summary),
  }))
  return { ...lines, uses: countUses(docs) }
}

const readExperiences = async (payload: Payload): Promise<Lines> => {
  const { docs } = await payload.find({
    ...question('experiences'),
    select: LINE,
    joins: false,
  })
  return linesOf(docs, lineOf)
}

const readPages = async (payload: Payload): Promise<Lines> => {
  const { docs } = await payload.find({ ...question('pages'), select: LINE })
  return linesOf(docs, lineOf)
}

/** Two bytes for a character, and what objects cost. */
const bytesOf = ({ lines }: Lines): number =>
  lines.reduce((sum, line) => sum + 200 + 2 * Object.values(line).join('').length, 0)

/** Each collection is read once, and again after a change. */
export const createPublished = (payload: Payload, cache: ResponseCache): Published => {
  const shared = { room: PUBLIC_API.lines, loads: PUBLIC_API.lineLoads, bytesOf }
  const projects = cache.shelf<ProjectLines>(shared)
  const others = cache.shelf<Lines>(shared)
  return {
    projects: () => projects.get('projects', () => readProjects(payload)),
    experiences: () => others.get('experiences', () => readExperiences(payload)),
    pages: () => others.get('pages', () => readPages(payload)),
  }
}

/** The ones before and after `slug`; neither of one that is not among them. */
export const neighboursOf = <Of extends Line>(
  { lines }: Lines<Of>,
  slug: string,
): { previous: Of | undefined; next: Of | undefined } => {
  const at = lines.findIndex((line) => line.slug === slug)
  return at < 0
    ? { previous: undefined, next: undefined }
    : { previous: lines[at - 1], next: lines[at + 1] }
}
