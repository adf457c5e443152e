// What machines read and no content changes: robots.txt, and the rules by which browsers fetch ahead.

export const robotsTxt = (siteUrl: string): string =>
  ['User-agent: *', 'Disallow: /api/', '', `Sitemap: ${siteUrl}/sitemap.xml`, ''].join('\n')

/** Pages of the site, as opposed to files, questions and answers. */
const PAGES = {
  and: [
    { href_matches: '/*' },
    // An empty question matches a lone asterisk as well.
    { not: { href_matches: '/*\\?(.+)' } },
    { not: { href_matches: '/*.*' } },
    { not: { href_matches: '/api/*' } },
    { not: { href_matches: '/media/*' } },
  ],
}

/** Links that a visitor rests on are rendered ahead; pages are cheap and have no effects. */
export const SPECULATION_RULES = JSON.stringify({
  prerender: [{ where: PAGES, eagerness: 'moderate' }],
})
