// Pages that Next draws for each visit rather than keeping them: the search, the status, the contact form, source code.
import type { Language } from '../i18n/languages.ts'
import type { Route } from '../routes.ts'
import type { Asking } from './patience.ts'

export type LivePage = {
  /** Where Next has the page, with what it may know of the request. */
  target: string
  /** A page of one visitor only, kept by nobody. */
  isForOne: boolean
  /** What the CMS is asked for each time that the page is drawn. */
  asking?: Asking
}

const searchPage = (language: Language, url: string): LivePage => {
  const asked = new URLSearchParams(url.split('?').slice(1).join('?'))
  const question = asked.get('q')
  if (!question) {
    return { target: `/search?${new URLSearchParams({ language })}`, isForOne: false }
  }
  const page = asked.get('page')
  const query = new URLSearchParams({ language, q: question, ...(page ? { page } : {}) })
  return { target: `/search?${query}`, isForOne: true, asking: 'search' }
}

/** `undefined` for pages that are kept by Next. `url`: the request's, of which only a search knows more than its path. */
export const livePageAt = (route: Route, url: string): LivePage | undefined => {
  const { page, language } = route
  switch (page) {
    // Kept by our own server alone, which forgets them at each change: what an owner hides is hidden.
    case 'source': {
      const { slug, path } = route
      return {
        target: `/source/page?${new URLSearchParams({ language, slug, path })}`,
        isForOne: false,
      }
    }
    case 'status':
      return { target: `/status?${new URLSearchParams({ language })}`, isForOne: false }
    case 'contact':
    case 'sent':
      return {
        target: `/contact?${new URLSearchParams({ language, place: page })}`,
        isForOne: true,
        ...(page === 'contact' ? { asking: 'contact' as const } : {}),
      }
    case 'search':
      return searchPage(language, url)
    default:
      return undefined
  }
}

/** Methods that the page at a route takes. */
export const methodsOf = ({ page }: Route): string[] =>
  page === 'contact' ? ['GET', 'HEAD', 'POST'] : ['GET', 'HEAD']
