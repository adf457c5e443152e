// What is published, a line for each document, in the owner's order. Known by heart until something changes: which addresses
// there are, which project comes after which, and which fit a question, without another look into the database.
import type { Payload } from 'payload'
import { PUBLISHED } from '../../access/rules.ts'
import { idOf } from '../../fields/relation-id.ts'
import { PUBLIC_API } from '../../limits.ts'
import type { Project } from '../../payload-types.ts'
import { textOf } from '../shapes/registry.ts'

/** The order of a list, with one that no two documents share at its end. Those without a number come last. */
export const ORDER = {
  projects: ['order', 'title', 'id'],
  experiences: ['order', '-period.start', 'id'],
  pages: ['title', 'id'],
} satisfies Record<string, string[]>

export type Line = { id: string; slug: string; updatedAt: string }
export type PageLine = Line & { title: string }
export type ProjectLine = Line & {
  title: string
  summary: string | null
  kind: Project['kind']
  isFeatured: boolean
  /** Ids. */
  experience: string | undefined
  technologies: readonly string[]
}

export type Lines<Of extends Line = Line> = {
  lines: readonly Of[]
  /** Where each is, by its slug. */
  places: ReadonlyMap<string, number>
  /** There are no others. */
  isWhole: boolean
}

const LINE = { slug: true, updatedAt: true } as const

const linesOf = <Of extends Line>(lines: Of[]): Lines<Of> => ({
  lines,
  places: new Map(lines.map(({ slug }, at) => [slug, at])),
  // Exactly as many as may be read can be all there are, or not.
  isWhole: lines.length < PUBLIC_API.maxLines,
})

const lineOf = ({ id, slug, updatedAt }: Line): Line => ({ id, slug, updatedAt })

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

export const readProjectLines = async (payload: Payload): Promise<Lines<ProjectLine>> => {
  const { docs } = await payload.find({
    ...question('projects'),
    select: {
      ...LINE,
      title: true,
      summary: true,
      kind: true,
      featured: true,
      experience: true,
      technologies: true,
    },
  })
  // Many projects name the same few: each id is held once.
  const ids = new Map<string, string>()
  const once = (id: string): string => {
    const known = ids.get(id)
    if (known === undefined) ids.set(id, id)
    return known ?? id
  }
  return linesOf(
    docs.map((doc) => ({
      ...lineOf(doc),
      title: doc.title,
      summary: textOf(doc.summary),
      kind: doc.kind,
      isFeatured: doc.featured === true,
      experience: doc.experience ? once(idOf(doc.experience)) : undefined,
      technologies: (doc.technologies ?? []).map((technology) => once(idOf(technology))),
    })),
  )
}

export const readExperienceLines = async (payload: Payload): Promise<Lines> => {
  const { docs } = await payload.find({ ...question('experiences'), select: LINE, joins: false })
  return linesOf(docs.map(lineOf))
}

export const readPageLines = async (payload: Payload): Promise<Lines<PageLine>> => {
  const { docs } = await payload.find({ ...question('pages'), select: { ...LINE, title: true } })
  return linesOf(docs.map((doc) => ({ ...lineOf(doc), title: doc.title })))
}

/** Two bytes for a character of what is a line's own, and what objects cost. */
export const lineBytes = (line: Line): number =>
  Object.values(line).reduce<number>(
    (sum, value) =>
      sum + (typeof value === 'string' ? 2 * value.length : 8 * ((value as string[])?.length ?? 0)),
    300,
  )

/** Whether a document may be found by `slug`: without doubt not, when all are known and it is none of them. */
export const mayBeThere = ({ places, isWhole }: Lines, slug: string): boolean =>
  !isWhole || places.has(slug)

/** The ones before and after `slug`; neither of one that is not among them. */
export const neighboursOf = <Of extends Line>(
  { lines, places }: Lines<Of>,
  slug: string,
): { previous: Of | undefined; next: Of | undefined } => {
  const at = places.get(slug)
  return at === undefined
    ? { previous: undefined, next: undefined }
    : { previous: lines[at - 1], next: lines[at + 1] }
}

/** Of how many projects a technology is a part, by its id. */
export const countUses = ({ lines }: Lines<ProjectLine>): ReadonlyMap<string, number> => {
  const uses = new Map<string, number>()
  for (const { technologies } of lines) {
    for (const id of new Set(technologies)) uses.set(id, (uses.get(id) ?? 0) + 1)
  }
  return uses
}
