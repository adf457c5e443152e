// /sitemap.xml: every page in every language. Of a very large site it is an index of several.
import type { KnownAddresses } from '../../cms/memories.ts'
import { DEFAULT_LANGUAGE } from '../../i18n/languages.ts'
import { LIMITS } from '../../limits.ts'
import { alternatesOf } from '../../meta/alternates.ts'
import { type Place, PROJECTS, pathOf } from '../../routes.ts'
import { at, type FileKind, type FileQuestion } from './file.ts'

type Entry = { place: Place; updatedAt: string | null }

const entriesOf = (known: KnownAddresses): Entry[] => {
  const of = (from: ReadonlyMap<string, string | null>, placeOf: (slug: string) => Place) =>
    Array.from(from, ([slug, updatedAt]) => ({ place: placeOf(slug), updatedAt }))
  const always: Place[] = [
    { page: 'home' },
    PROJECTS,
    ...(known.experiences.size > 0 ? [{ page: 'experiences' } as const] : []),
    { page: 'resume' },
    { page: 'contact' },
  ]
  return [
    ...always.map((place) => ({ place, updatedAt: null })),
    ...of(known.projects, (slug) => ({ page: 'project', slug })),
    ...of(known.experiences, (slug) => ({ page: 'experience', slug })),
    ...of(known.pages, (slug) => ({ page: 'page', slug })),
  ]
}

/** Slugs are letters, digits and hyphens, so nothing needs escaping. */
const urlsOf = (siteUrl: string, known: KnownAddresses): string[] =>
  entriesOf(known).flatMap(({ place, updatedAt }) => {
    const alternates = alternatesOf(known.languages, place)
      .map(
        ({ language, path }) =>
          `<xhtml:link rel="alternate" hreflang="${language}" href="${siteUrl}${path}"/>`,
      )
      .join('')
    const modified = updatedAt ? `<lastmod>${new Date(updatedAt).toISOString()}</lastmod>` : ''
    return known.languages.map((language) => {
      const url = `${siteUrl}${pathOf({ ...place, language })}`
      return `<url><loc>${url}</loc>${modified}${alternates}</url>`
    })
  })

type Bounds = { maxUrls: number; maxBytes: number }

/** Urls in portions that keep to the bounds, in order. */
const portionsOf = (urls: readonly string[], { maxUrls, maxBytes }: Bounds): string[][] => {
  const portions: string[][] = []
  let bytes = Number.POSITIVE_INFINITY
  for (const url of urls) {
    const last = portions.at(-1)
    const size = url.length + 1
    if (last && last.length < maxUrls && bytes + size <= maxBytes) {
      last.push(url)
      bytes += size
    } else {
      portions.push([url])
      bytes = size
    }
  }
  return portions
}

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9'

const urlset = (urls: readonly string[]) =>
  [
    HEAD,
    `<urlset xmlns="${NAMESPACE}" xmlns:xhtml="http://www.w3.org/1999/xhtml">`,
    ...urls,
    '</urlset>',
    '',
  ].join('\n')

const index = (siteUrl: string, count: number) =>
  [
    HEAD,
    `<sitemapindex xmlns="${NAMESPACE}">`,
    ...Array.from(
      { length: count },
      (_, at) => `<sitemap><loc>${siteUrl}/sitemap-${at + 1}.xml</loc></sitemap>`,
    ),
    '</sitemapindex>',
    '',
  ].join('\n')

/** How many parts there are of what is known, so that asking for others builds nothing. */
const counted = new WeakMap<KnownAddresses, Map<string, number>>()

const countSitemaps = (
  { siteUrl, known }: Pick<FileQuestion, 'siteUrl' | 'known'>,
  bounds: Bounds = LIMITS.sitemap,
): number => {
  const counts = counted.get(known) ?? new Map<string, number>()
  const key = `${siteUrl} ${bounds.maxUrls} ${bounds.maxBytes}`
  const count = counts.get(key) ?? portionsOf(urlsOf(siteUrl, known), bounds).length
  counted.set(known, counts.set(key, count))
  return count
}

/** Sitemap `number`, from 1, or without one the whole: itself, or the index of its parts. */
export const sitemapXml = (
  { siteUrl, known }: Pick<FileQuestion, 'siteUrl' | 'known'>,
  { number, bounds = LIMITS.sitemap }: { number?: number; bounds?: Bounds } = {},
): string | null => {
  const count = number === undefined ? 1 : countSitemaps({ siteUrl, known }, bounds)
  if (number !== undefined && (count === 1 || number > count)) return null
  const portions = portionsOf(urlsOf(siteUrl, known), bounds)
  if (number === undefined) {
    return portions.length > 1 ? index(siteUrl, portions.length) : urlset(portions[0] ?? [])
  }
  const portion = portions[number - 1]
  return portion ? urlset(portion) : null
}

const made = (body: string | null) =>
  body === null ? null : { type: 'application/xml; charset=utf-8', body }

/** One for all languages: it is where robots.txt says. */
const isAlone = ({ language }: FileQuestion) => language === DEFAULT_LANGUAGE

export const sitemapFiles: readonly FileKind[] = [
  at('/sitemap.xml', async (question) => made(sitemapXml(question)), isAlone),
  {
    pattern: /^\/sitemap-([1-9]\d{0,3})\.xml$/,
    mayBe: (question) => {
      const count = isAlone(question) ? countSitemaps(question) : 0
      return count > 1 && Number(question.groups[0]) <= count
    },
    make: async (question) => made(sitemapXml(question, { number: Number(question.groups[0]) })),
  },
]
