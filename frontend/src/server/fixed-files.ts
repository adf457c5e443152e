// What machines read: robots.txt, sitemap.xml and the rules by which browsers fetch ahead.
import type { KnownAddresses } from '../cms/memories.ts'
import { type Place, PROJECTS, pathOf } from '../routes.ts'

export const robotsTxt = (siteUrl: string): string =>
  ['User-agent: *', 'Disallow: /api/', '', `Sitemap: ${siteUrl}/sitemap.xml`, ''].join('\n')

type Entry = { place: Place; updatedAt: string | null }

const entriesOf = (known: KnownAddresses): Entry[] => {
  const of = (from: ReadonlyMap<string, string | null>, placeOf: (slug: string) => Place) =>
    Array.from(from, ([slug, updatedAt]) => ({ place: placeOf(slug), updatedAt }))
  const always: Place[] = [
    { page: 'home' },
    PROJECTS,
    ...(known.experiences.size > 0 ? [{ page: 'experiences' } as const] : []),
    { page: 'resume' },
  ]
  return [
    ...always.map((place) => ({ place, updatedAt: null })),
    ...of(known.projects, (slug) => ({ page: 'project', slug })),
    ...of(known.experiences, (slug) => ({ page: 'experience', slug })),
    ...of(known.pages, (slug) => ({ page: 'page', slug })),
  ]
}

/** Slugs are letters, digits and hyphens, and dates are ISO 8601, so nothing needs escaping. */
export const sitemapXml = (siteUrl: string, known: KnownAddresses): string => {
  const urls = entriesOf(known).flatMap(({ place, updatedAt }) =>
    known.languages.map((language) => {
      const modified = updatedAt ? `<lastmod>${updatedAt}</lastmod>` : ''
      return `  <url><loc>${siteUrl}${pathOf({ ...place, language })}</loc>${modified}</url>`
    }),
  )
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...urls,
    '</urlset>',
    '',
  ].join('\n')
}

/** Pages of the site, as opposed to files, questions and answers. */
const PAGES = {
  and: [
    { href_matches: '/*' },
    { not: { href_matches: '/*\\?*' } },
    { not: { href_matches: '/*.*' } },
    { not: { href_matches: '/api/*' } },
    { not: { href_matches: '/media/*' } },
  ],
}

/** Links that a visitor rests on are rendered ahead; pages are cheap and have no effects. */
export const SPECULATION_RULES = JSON.stringify({
  prerender: [{ where: PAGES, eagerness: 'moderate' }],
})
