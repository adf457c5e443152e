// What the process remembers of the CMS. The server and each of Next's bundles hold their own copy of this module, so it lives on globalThis.
import { DEFAULT_LANGUAGE, LANGUAGES, type Language } from '../i18n/languages.ts'
import { LIMITS } from '../limits.ts'
import { type SourceTree, treeOf } from '../source/tree.ts'
import { createKnown, type Known } from './known.ts'
import { readAddresses, readRedirects, readSite, readSource, readTechnologies } from './queries.ts'
import type { Redirect } from './redirects.ts'
import type { Addresses } from './shapes/list.ts'
import type { Site } from './shapes/site.ts'

const KEY = Symbol.for('shellfolio.known')

/** When what is at an address was last changed, by slug. */
type BySlug = ReadonlyMap<string, string | null>

/** Everything that has an address. */
export type KnownAddresses = Record<'experiences' | 'pages' | 'projects', BySlug> & {
  /** Slugs of the projects whose source code can be read. */
  sources: ReadonlySet<string>
  /** How many projects are made with each, by slug. */
  technologies: ReadonlyMap<string, number>
  languages: readonly Language[]
  /** Whether the owner wants views of pages counted. */
  countsViews: boolean
}

/** A project's source, with the project's title. `others`: entries that are told of by their number only. */
export type KnownSource = SourceTree & { title: string; others: number }

type Memories = {
  addresses: Known<KnownAddresses>
  /** By the path that a visitor asked for. */
  redirects: Known<ReadonlyMap<string, Redirect>>
  /** What is on every page, for those that are drawn anew each time. */
  sites: Record<Language, Known<Site>>
  /** By language and slug: those that somebody asked for last. Null for a project without. */
  sources: Map<string, Known<KnownSource | null>>
}

const holder = globalThis as { [KEY]?: Memories }

const bySlug = (all: Addresses['projects']): BySlug =>
  new Map(all.map(({ slug, updatedAt }) => [slug, updatedAt]))

const askForAddresses = async (): Promise<KnownAddresses> => {
  const [{ projects, experiences, pages, sources }, technologies, { languages, countViews }] =
    await Promise.all([
      readAddresses(),
      readTechnologies(DEFAULT_LANGUAGE),
      readSite(DEFAULT_LANGUAGE),
    ])
  return {
    projects: bySlug(projects),
    experiences: bySlug(experiences),
    pages: bySlug(pages),
    sources: new Set(sources),
    technologies: new Map(technologies.map(({ slug, projects }) => [slug, projects ?? 0])),
    languages,
    countsViews: countViews,
  }
}

const memories = (): Memories => {
  holder[KEY] ??= {
    addresses: createKnown(askForAddresses),
    redirects: createKnown(
      async () => new Map((await readRedirects()).map((redirect) => [redirect.from, redirect])),
    ),
    sites: Object.fromEntries(
      LANGUAGES.map((language) => [language, createKnown(() => readSite(language))]),
    ) as Memories['sites'],
    sources: new Map(),
  }
  return holder[KEY]
}

export const knownAddresses = () => memories().addresses
export const knownRedirects = () => memories().redirects
export const knownSite = (language: Language) => memories().sites[language]

const askForSource = async (language: Language, slug: string): Promise<KnownSource | null> => {
  const source = await readSource(language, slug)
  return source && { title: source.title, others: source.others, ...treeOf(source.entries) }
}

export const knownSource = (language: Language, slug: string): Known<KnownSource | null> => {
  const { sources } = memories()
  const key = `${language} ${slug}`
  const known = sources.get(key) ?? createKnown(() => askForSource(language, slug))
  // Asked for last, so forgotten last.
  sources.delete(key)
  sources.set(key, known)
  const [oldest] = sources.keys()
  if (sources.size > LIMITS.source.maxKnown && oldest !== undefined) sources.delete(oldest)
  return known
}

/** After a change in the CMS: the next question for any of it waits for the answer of now. */
export const forgetAll = (): void => {
  const { addresses, redirects, sites, sources } = memories()
  const all = [addresses, redirects, ...Object.values(sites), ...sources.values()]
  for (const known of all) known.forget()
}
