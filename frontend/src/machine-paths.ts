// Addresses of what machines read: feeds, and beside each page its Markdown and its picture.
import { DEFAULT_LANGUAGE, type Language } from './i18n/languages.ts'
import { pathOf, type Route, routeOfPath } from './routes.ts'

/** A page's address with `ending` behind it; the first page is called index there. */
const fileOf = (route: Route, ending: string): string => {
  const path = pathOf(route)
  if (route.page !== 'home') return `${path}${ending}`
  return route.language === DEFAULT_LANGUAGE ? `/index${ending}` : `${path}/index${ending}`
}

/** `fileOf` leads back. */
const routeOfFile = (path: string, ending: string): Route => {
  const page = path.slice(0, -ending.length)
  const above = page.endsWith('/index')
    ? routeOfPath(page.replace(/\/index$/, '') || '/')
    : undefined
  if (above?.page === 'home') return above
  const route = routeOfPath(page)
  return route.page === 'home' ? { page: 'missing', language: route.language } : route
}

export const markdownPath = (route: Route): string => fileOf(route, '.md')

/** The page whose Markdown is at a path. */
export const routeOfMarkdown = (path: string): Route => routeOfFile(path, '.md')

/** Of the picture that link previews show: `/og/projects/x.png`, `/og/fr/index.png`. */
export const picturePath = (route: Route): string => `/og${fileOf(route, '.png')}`

/** The page whose picture is at a path. */
export const routeOfPicture = (path: string): Route =>
  routeOfFile(path.replace(/^\/og/, ''), '.png')

export const FEEDS = [
  { name: 'feed.xml', type: 'application/rss+xml' },
  { name: 'atom.xml', type: 'application/atom+xml' },
  { name: 'feed.json', type: 'application/feed+json' },
] as const

/** Where a feed of a language is. */
export const feedPath = (name: (typeof FEEDS)[number]['name'], language: Language): string =>
  language === DEFAULT_LANGUAGE ? `/${name}` : `/${language}/${name}`
