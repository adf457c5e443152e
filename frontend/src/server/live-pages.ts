// Pages that Next draws for each visit rather than keeping them: the search, the status, the contact form.
import type { Route } from '../routes.ts'
import type { Asking } from './patience.ts'

/** Where Next has the page, with what it may know of the request; `undefined` for pages that are kept by Next. */
export const liveTarget = (route: Route, url: string): string | undefined => {
  const { page, language } = route
  if (page === 'status') return `/status?${new URLSearchParams({ language })}`
  if (page === 'contact' || page === 'sent') {
    return `/contact?${new URLSearchParams({ language, place: page })}`
  }
  if (page !== 'search') return undefined
  const asked = new URLSearchParams(url.split('?').slice(1).join('?'))
  const passed = ['q', 'page'].flatMap((name): [string, string][] => {
    const value = asked.get(name)
    return value ? [[name, value]] : []
  })
  return `/search?${new URLSearchParams([['language', language], ...passed])}`
}

/** A page of one visitor only, kept by nobody. */
export const isAnswerToOne = (target: string): boolean =>
  target.includes('&q=') || target.startsWith('/contact?')

/** What the CMS is asked for each time that the page is drawn. */
export const askingOf = (target: string): Asking | undefined => {
  if (target.includes('&q=')) return 'search'
  return target.startsWith('/contact?') && target.endsWith('place=contact') ? 'contact' : undefined
}

/** Methods that the page at a route takes. */
export const methodsOf = ({ page }: Route): string[] =>
  page === 'contact' ? ['GET', 'HEAD', 'POST'] : ['GET', 'HEAD']
