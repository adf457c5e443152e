// What the process remembers of the CMS. The server and each of Next's bundles hold their own copy of this module, so it lives on globalThis.
import { DEFAULT_LANGUAGE, LANGUAGES, type Language } from '../i18n/languages.ts'
import { createKnown, type Known } from './known.ts'
import { readAddresses, readRedirects, readSite, readTechnologies } from './queries.ts'
import type { Redirect } from './redirects.ts'
import type { Addresses } from './shapes/list.ts'
import type { Site } from './shapes/site.ts'

const KEY = Symbol.for('shellfolio.known')

/** When what is at an address was last changed, by slug. */
type BySlug = ReadonlyMap<string, string | null>

/** Everything that has an address. */
export type KnownAddresses = Record<keyof Addresses, BySlug> & {
  /** How many projects are made with each, by slug. */
  technologies: ReadonlyMap<string, number>
  languages: readonly Language[]
  /** Whether the owner wants views of pages counted. */
  countsViews: boolean
}

type Memories = {
  addresses: Known<KnownAddresses>
  /** By the path that a visitor asked for. */
  redirects: Known<ReadonlyMap<string, Redirect>>
  /** What is on every page, for those that are drawn anew each time. */
  sites: Record<Language, Known<Site>>
}

const holder = globalThis as { [KEY]?: Memories }

const bySlug = (all: Addresses[keyof Addresses]): BySlug =>
  new Map(all.map(({ slug, updatedAt }) => [slug, updatedAt]))

const askForAddresses = async (): Promise<KnownAddresses> => {
  const [{ projects, experiences, pages }, technologies, { languages, countViews }] =
    await Promise.all([
      readAddresses(),
      readTechnologies(DEFAULT_LANGUAGE),
      readSite(DEFAULT_LANGUAGE),
    ])
  return {
    projects: bySlug(projects),
    experiences: bySlug(experiences),
    pages: bySlug(pages),
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
  }
  return holder[KEY]
}

export const knownAddresses = () => memories().addresses
export const knownRedirects = () => memories().redirects
export const knownSite = (language: Language) => memories().sites[language]

/** After a change in the CMS: the next question for any of it waits for the answer of now. */
export const forgetAll = (): void => {
  const { addresses, redirects, sites } = memories()
  for (const known of [addresses, redirects, ...Object.values(sites)]) known.forget()
}
