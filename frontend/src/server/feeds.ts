// What machines read: robots.txt, sitemap.xml and the rules by which browsers fetch ahead.
import { projectPath } from '../routes.ts'

export const robotsTxt = (siteUrl: string): string =>
  ['User-agent: *', 'Disallow: /api/', '', `Sitemap: ${siteUrl}/sitemap.xml`, ''].join('\n')

/** Slugs are letters, digits and hyphens, so nothing needs escaping. */
export const sitemapXml = (siteUrl: string, slugs: Iterable<string>): string => {
  const paths = ['/', '/projects', ...Array.from(slugs, projectPath)]
  const urls = paths.map((path) => `  <url><loc>${siteUrl}${path}</loc></url>`)
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...urls,
    '</urlset>',
    '',
  ].join('\n')
}

const PAGES = { or: [{ href_matches: '/' }, { href_matches: '/projects*' }] }

/** Links that a visitor rests on are rendered ahead; pages are cheap and have no effects. */
export const SPECULATION_RULES = JSON.stringify({
  prerender: [{ where: PAGES, eagerness: 'moderate' }],
})
