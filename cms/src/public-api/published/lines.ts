// What is published, a line for each document, in the owner's order. Known by heart until something changes: which addresses
// there are, which project comes after which, and which fit a question, without another look into the database.
import type { Payload } from 'payload'
import { PUBLISHED } from '../../access/rules.ts'
import { idOf } from '../../fields/relation-id.ts'
import { DEFAULT_LANGUAGE, type Language } from '../../languages/languages.ts'
import { PUBLIC_API } from '../../limits.ts'
import type { Project } from '../../payload-types.ts'
import { textOf } from '../shapes/registry.ts'

/**
 * The order of a list, with one that no two documents share at its end. Those without a number come last. It is that of the
 * default language in all of them, so that the same project comes next.
 */
export const ORDER = {
  projects: ['order', `title.${DEFAULT_LANGUAGE}`, 'id'],
  experiences: ['order', '-period.start', 'id'],
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
  demo: string | undefined
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

const question = <Collection extends 'experiences' | 'pages' | 'projects'>(
  collection: Collection,
) =>
  ({
    collection,
    where: PUBLISHED,
    // By nothing that has languages: that would be a table more to look through, and lines are few enough to be sorted here.
    sort: collection === 'pages' ? ['id'] : ['order', 'id'],
    limit: PUBLIC_API.maxLines,
    pagination: false,
    depth: 0,
    locale: DEFAULT_LANGUAGE,
    overrideAccess: false,
  }) as const

type Titled = { id: string; title: string }

/** As people look things up in a language; of the same title by their ids. */
export const titleOrder = (locale: Language): ((a: Titled, b: Titled) => number) => {
  const { compare } = new Intl.Collator(locale)
  return (a, b) => compare(a.title, b.title) || (a.id < b.id ? -1 : 1)
}

const byTitle = titleOrder(DEFAULT_LANGUAGE)

type Ordered = Titled & { order?: number | null | undefined }

const byOrder = (a: Ordered, b: Ordered): number => {
  const [one, other] = [a.order ?? Number.POSITIVE_INFINITY, b.order ?? Number.POSITIVE_INFINITY]
  return one === other ? byTitle(a, b) : one - other
}

export const readProjectLines = async (payload: Payload): Promise<Lines<ProjectLine>> => {
  const { docs } = await payload.find({
    ...question('projects'),
    select: {
      ...LINE,
      title: true,
      order: true,
      summary: true,
      kind: true,
      featured: true,
      experience: true,
      technologies: true,
      demo: true,
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
    docs.sort(byOrder).map((doc) => ({
      ...lineOf(doc),
      title: doc.title,
      summary: textOf(doc.summary),
      kind: doc.kind,
      isFeatured: doc.featured === true,
      experience: doc.experience ? once(idOf(doc.experience)) : undefined,
      technologies: (doc.technologies ?? []).map((technology) => once(idOf(technology))),
      demo: doc.demo ? idOf(doc.demo) : undefined,
    })),
  )
}

export const readExperienceLines = async (payload: Payload): Promise<Lines> => {
  const { docs } = await payload.find({
    ...question('experiences'),
    sort: ORDER.experiences,
    select: LINE,
    joins: false,
  })
  return linesOf(docs.map(lineOf))
}

export const readPageLines = async (payload: Payload): Promise<Lines<PageLine>> => {
  const { docs } = await payload.find({ ...question('pages'), select: { ...LINE, title: true } })
  return linesOf(docs.sort(byTitle).map((doc) => ({ ...lineOf(doc), title: doc.title })))
}

type Texts = { title: string; summary: string | null }

/** `lines` in another language, in the same order. What is gone meanwhile keeps its words. */
export const readTextsOf = async <Of extends PageLine>(
  payload: Payload,
  { collection, locale }: { collection: 'pages' | 'projects'; locale: Language },
  lines: Lines<Of>,
): Promise<Lines<Of>> => {
  const { docs } = await payload.find({
    ...question(collection),
    select: { title: true, ...(collection === 'projects' ? { summary: true } : {}) } as never,
    locale,
  })
  const texts = new Map(
    (docs as unknown as ({ id: string } & Texts)[]).map(({ id, title, summary }) => [
      id,
      { title, summary: textOf(summary) },
    ]),
  )
  return { ...lines, lines: lines.lines.map((line) => ({ ...line, ...texts.get(line.id) })) }
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
