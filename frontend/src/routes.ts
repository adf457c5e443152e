// Which addresses the site has. Everything else is one cached 404 that costs no render and no question to the CMS.
import { DEFAULT_LANGUAGE, isLanguage, type Language } from './i18n/languages.ts'
import { pathAddress, pathOfSegments } from './source/path.ts'

/** What a list of projects is narrowed to. */
export type ProjectFilter =
  | { by: 'nothing' }
  | { by: 'kind'; kind: string }
  | { by: 'technology'; technology: string }

export type Place =
  | { page: 'home' }
  /** `number`: which page of the list, from 1. */
  | { page: 'projects'; filter: ProjectFilter; number: number }
  | { page: 'project'; slug: string }
  /** A folder or a file of a project's source code; the empty path is the whole. */
  | { page: 'source'; slug: string; path: string }
  | { page: 'experiences' }
  | { page: 'experience'; slug: string }
  | { page: 'resume' }
  | { page: 'search' }
  | { page: 'status' }
  /** A project's terminal, alone in the window. */
  | { page: 'demo'; slug: string }
  | { page: 'contact' }
  /** What a visitor sees whose message has arrived. */
  | { page: 'sent' }
  /** A page that the owner laid out. */
  | { page: 'page'; slug: string }
  | { page: 'missing' }

export type Route = Place & { language: Language }

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/
const SLUG_MAX_LENGTH = 100
/** From the second page on: the first is the list itself. */
const NUMBER = /^(?:[2-9]|[1-9][0-9]{1,3})$/

export const isSlug = (value: string): boolean =>
  value.length <= SLUG_MAX_LENGTH && SLUG.test(value)

export const PROJECTS: Place = { page: 'projects', filter: { by: 'nothing' }, number: 1 }
const MISSING: Place = { page: 'missing' }

const filterOf = ([by, value]: readonly string[]): ProjectFilter | undefined => {
  if (by === undefined) return { by: 'nothing' }
  if (value === undefined || !isSlug(value)) return undefined
  if (by === 'kind') return { by, kind: value }
  return by === 'technology' ? { by, technology: value } : undefined
}

const listOf = (rest: readonly string[]): Place => {
  const isNumbered = rest.at(-2) === 'page' && NUMBER.test(rest.at(-1) ?? '')
  const number = isNumbered ? Number(rest.at(-1)) : 1
  const narrowing = isNumbered ? rest.slice(0, -2) : rest
  const filter = narrowing.length <= 2 ? filterOf(narrowing) : undefined
  return filter ? { page: 'projects', filter, number } : MISSING
}

/** By these a list of projects is narrowed; a project of such a name has no room for more below its address. */
const NARROWINGS: ReadonlySet<string> = new Set(['kind', 'technology'])

/** Whether the source code of a project has an address. */
export const hasSourceAddress = (slug: string): boolean => isSlug(slug) && !NARROWINGS.has(slug)

const sourceOf = (slug: string, segments: readonly string[]): Place => {
  const path = pathOfSegments(segments)
  return path === undefined ? MISSING : { page: 'source', slug, path }
}

const placeOf = (segments: readonly string[]): Place => {
  const [section, ...rest] = segments
  const [slug] = rest
  switch (section) {
    case undefined:
      return { page: 'home' }
    case 'projects':
      if (slug !== undefined && rest[1] === 'source' && hasSourceAddress(slug)) {
        return sourceOf(slug, rest.slice(2))
      }
      if (slug === undefined || rest.length > 1) return listOf(rest)
      return isSlug(slug) ? { page: 'project', slug } : MISSING
    case 'experiences':
      if (slug === undefined) return { page: 'experiences' }
      return rest.length === 1 && isSlug(slug) ? { page: 'experience', slug } : MISSING
    case 'resume':
    case 'search':
    case 'status':
      return rest.length === 0 ? { page: section } : MISSING
    case 'demo':
      return rest.length === 1 && isSlug(slug ?? '') ? { page: 'demo', slug: slug ?? '' } : MISSING
    case 'contact':
      if (slug === undefined) return { page: 'contact' }
      return rest.length === 1 && slug === 'sent' ? { page: 'sent' } : MISSING
    default:
      return rest.length === 0 && isSlug(section) && !isLanguage(section)
        ? { page: 'page', slug: section }
        : MISSING
  }
}

/** The page that path segments lead to: `[]` is the home page, `['fr']` the French one. */
export const routeOf = (segments: readonly string[]): Route => {
  const [first, ...rest] = segments
  return isLanguage(first) && first !== DEFAULT_LANGUAGE
    ? { ...placeOf(rest), language: first }
    : { ...placeOf(segments), language: DEFAULT_LANGUAGE }
}

/** The page at a URL's path, compared literally: doubled slashes lead nowhere, nor do escapes but in names of source files. */
export const routeOfPath = (path: string): Route => {
  if (path === '/') return routeOf([])
  return path.startsWith('/')
    ? routeOf(path.slice(1).split('/'))
    : { page: 'missing', language: DEFAULT_LANGUAGE }
}

/** The path of the page that was asked for with a slash at its end; `undefined` for all other paths. */
export const pathBeforeSlash = (path: string): string | undefined => {
  if (path.length < 2 || !path.endsWith('/') || path.endsWith('//')) return undefined
  const route = routeOfPath(path.slice(0, -1))
  return route.page === 'missing' ? undefined : pathOf(route)
}

/** Where all addresses without a page are led. */
const MISSING_PATH = '/missing'

const filterPath = (filter: ProjectFilter): string => {
  switch (filter.by) {
    case 'nothing':
      return ''
    case 'kind':
      return `/kind/${filter.kind}`
    case 'technology':
      return `/technology/${filter.technology}`
  }
}

const placePath = (place: Place): string => {
  switch (place.page) {
    case 'home':
      return ''
    case 'projects':
      return `/projects${filterPath(place.filter)}${place.number > 1 ? `/page/${place.number}` : ''}`
    case 'project':
      return `/projects/${place.slug}`
    case 'source':
      return `/projects/${place.slug}/source${pathAddress(place.path)}`
    case 'experience':
      return `/experiences/${place.slug}`
    case 'demo':
      return `/demo/${place.slug}`
    case 'page':
      return `/${place.slug}`
    case 'sent':
      return '/contact/sent'
    case 'missing':
      return MISSING_PATH
    default:
      return `/${place.page}`
  }
}

/** The path of a page; `routeOfPath` leads back to it. */
export const pathOf = ({ language, ...place }: Route): string =>
  `${language === DEFAULT_LANGUAGE ? '' : `/${language}`}${placePath(place as Place)}` || '/'

/** Files that there are in each language. */
const FILES = /^\/(?:(?:feed|atom)\.xml|(?:feed|resume)\.json|resume\.(?:pdf|vcf)|llms\.txt)$/

/** A path of the site, fragment and all, as it is in `language`; other addresses stay as they are. */
export const localHref = (href: string, language: Language): string => {
  const [, path = '', rest = ''] = /^(\/[^?#]*)(.*)$/.exec(href) ?? []
  if (language === DEFAULT_LANGUAGE) return href
  if (FILES.test(path)) return `/${language}${href}`
  const route = routeOfPath(path)
  if (route.page === 'missing') return href
  return route.language === DEFAULT_LANGUAGE ? `${pathOf({ ...route, language })}${rest}` : href
}
