// Which projects a question means, found in what is known by heart: whatever somebody asks, the database is not asked for it.
import type { Language } from '../../languages/languages.ts'
import type { Project } from '../../payload-types.ts'
import type { Line, ProjectLine } from './lines.ts'
import type { Published } from './published.ts'

export type Choice = {
  kind?: Project['kind'] | undefined
  /** Slugs. */
  technology?: string | undefined
  experience?: string | undefined
  featured?: boolean | undefined
  sort: 'order' | 'title' | 'updated'
  /** Of the titles. */
  locale: Language
}

type Test = (line: ProjectLine) => boolean

const NONE: Test = () => false

const testsOf = async (published: Published, choice: Choice): Promise<Test[]> => {
  const { kind, technology, experience, featured } = choice
  const tests: Test[] = []
  if (kind !== undefined) tests.push((line) => line.kind === kind)
  if (featured !== undefined) tests.push(({ isFeatured }) => isFeatured === featured)
  if (technology !== undefined) {
    const id = (await published.technologies()).get(technology)
    tests.push(id === undefined ? NONE : ({ technologies }) => technologies.includes(id))
  }
  if (experience !== undefined) {
    const { lines, places } = await published.experiences()
    const id = lines[places.get(experience) ?? -1]?.id
    tests.push(id === undefined ? NONE : (line) => line.experience === id)
  }
  return tests
}

/** Newest first; of the same moment by their ids, as the database would. */
const byUpdate = (a: Line, b: Line): number =>
  a.updatedAt === b.updatedAt ? (a.id < b.id ? -1 : 1) : a.updatedAt < b.updatedAt ? 1 : -1

/** Ids of all that fit, in the order that was asked for. */
export const chooseProjects = async (published: Published, choice: Choice): Promise<string[]> => {
  const { lines } = await published.projects()
  const tests = await testsOf(published, choice)
  const chosen = lines.filter((line) => tests.every((test) => test(line)))
  if (choice.sort === 'updated') return chosen.sort(byUpdate).map(({ id }) => id)
  const ids = chosen.map(({ id }) => id)
  if (choice.sort === 'order') return ids
  const wanted = new Set(ids)
  return (await published.titles(choice.locale)).filter((id) => wanted.has(id))
}
