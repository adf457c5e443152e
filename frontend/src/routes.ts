// Which addresses the site has. Everything else is one cached 404 that costs no render and no question to the CMS.

export type Route =
  | { page: 'home' }
  | { page: 'projects' }
  | { page: 'project'; slug: string }
  | { page: 'missing' }

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/
const SLUG_MAX_LENGTH = 100

export const isSlug = (value: string): boolean =>
  value.length <= SLUG_MAX_LENGTH && SLUG.test(value)

/** The page that path segments lead to: `[]` is the home page. */
export const routeOf = (segments: readonly string[]): Route => {
  const [section, slug, ...rest] = segments
  if (section === undefined) return { page: 'home' }
  if (section !== 'projects' || rest.length > 0) return { page: 'missing' }
  if (slug === undefined) return { page: 'projects' }
  return isSlug(slug) ? { page: 'project', slug } : { page: 'missing' }
}

/** The page at a URL's path, compared literally: escapes and doubled slashes lead nowhere. */
export const routeOfPath = (path: string): Route =>
  path === '/' ? { page: 'home' } : routeOf(path.slice(1).split('/'))

/** Where all addresses without a page are led. */
export const MISSING_PATH = '/missing'

export const projectPath = (slug: string): string => `/projects/${slug}`
