// Addresses of what machines read: feeds, and each page as Markdown at its own address with `.md` behind it.
import { DEFAULT_LANGUAGE, type Language } from './i18n/languages.ts'
import { pathOf, type Route, routeOfPath } from './routes.ts'

export const markdownPath = (route: Route): string => {
  const path = pathOf(route)
  if (route.page !== 'home') return `${path}.md`
  return route.language === DEFAULT_LANGUAGE ? '/index.md' : `${path}/index.md`
}

/** The page whose Markdown is at `path`; `markdownPath` leads back. */
export const routeOfMarkdown = (path: string): Route => {
  const page = path.replace(/\.md$/, '')
  const above = page.endsWith('/index')
    ? routeOfPath(page.replace(/\/index$/, '') || '/')
    : undefined
  if (above?.page === 'home') return above
  const route = routeOfPath(page)
  return route.page === 'home' ? { page: 'missing', language: route.language } : route
}

export const FEEDS = [
  { name: 'feed.xml', type: 'application/rss+xml' },
  { name: 'atom.xml', type: 'application/atom+xml' },
  { name: 'feed.json', type: 'application/feed+json' },
] as const

/** Where a feed of a language is. */
export const feedPath = (name: (typeof FEEDS)[number]['name'], language: Language): string =>
  language === DEFAULT_LANGUAGE ? `/${name}` : `/${language}/${name}`
