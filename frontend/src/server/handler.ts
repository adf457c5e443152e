// Everything that the site answers before Next sees a request, and the decision which addresses exist at all.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { cmsHealth } from '../cms/health.ts'
import { knownAddresses, knownRedirects, knownSource } from '../cms/memories.ts'
import type { SiteEnv } from '../env.ts'
import { isThere } from '../existence.ts'
import { DEFAULT_LANGUAGE, type Language } from '../i18n/languages.ts'
import { PREVIEW_PATH } from '../preview.ts'
import { localHref, pathBeforeSlash, pathOf, type Route, routeOfPath } from '../routes.ts'
import { SEARCH_API } from '../search.ts'
import { SEEN_API } from '../seen.ts'
import { isOpen } from '../source/tree.ts'
import { answer, answerProblem } from './answers.ts'
import type { PageCounts } from './counts/page-counts.ts'
import { answerSeen } from './counts/seen.ts'
import { createDrawings } from './drawings.ts'
import { createFileServer } from './files/serve.ts'
import { robotsTxt, SPECULATION_RULES } from './fixed-files.ts'
import { createForwarder } from './forward.ts'
import { createHeaderSetter, SPECULATION_PATH } from './headers.ts'
import { livePageAt, methodsOf } from './live-pages.ts'
import { hideFromNext, OF_FILES } from './next-request.ts'
import { createPageCache } from './page-cache.ts'
import { fileKindAt, kindAt } from './parts.ts'
import { type Asking, createPatience, type Patience } from './patience.ts'
import { preparePreview } from './preview.ts'
import { answerSearch } from './search.ts'
import { answerInTheme, chosenTheme } from './themed.ts'

export type SiteHandlerOptions = {
  env: SiteEnv
  isDev: boolean
  /** Hears of every request for a page that there is, before it is answered. */
  onPage?: PageCounts['watch']
  /** Hears of pages that were fetched ahead and are looked at. */
  onSeen?: PageCounts['countSeen']
  waitOf?: Patience
  onDevRequest?: ((request: IncomingMessage, response: ServerResponse) => boolean) | undefined
}

/** The webhook, which Next answers. */
const WEBHOOK = '/api/revalidate'
/** What Next's development server asks for besides. */
const DEV_PATHS = /^\/(?:_next\/|__nextjs)/
/** Answered by this process alone, whatever the CMS says. */
const OWN_FILES: ReadonlySet<string> = new Set([
  '/healthz',
  '/readyz',
  '/robots.txt',
  SPECULATION_PATH,
])
const HOUR = 'public, max-age=3600'
/** Browsers ask each time, and mostly hear that nothing changed: a publication is visible at once. */
const PAGE_CACHE = 'public, max-age=0, must-revalidate'
/** Caches that do not look at cookies must not show one visitor's theme to others. */
const THEMED_CACHE = 'private, max-age=0, must-revalidate'

/** Whether there is a file or folder at an address below a project's source; its tree is asked for once. */
const isInSource = async ({ language, slug, path }: Extract<Route, { page: 'source' }>) => {
  if (path === '') return true
  const source = await knownSource(language, slug)
    .all()
    .catch(() => undefined)
  if (source === undefined) return true
  const node = source?.nodes.get(path)
  return node !== undefined && isOpen(node)
}

const doesExist = async (path: string): Promise<boolean> => {
  const route = routeOfPath(path)
  if (route.page === 'missing') return false
  const known = await knownAddresses()
    .all()
    .catch(() => null)
  // Without a CMS nobody knows: a page that was rendered before is still served.
  if (known && !isThere(route, known)) return false
  return route.page === 'source' ? isInSource(route) : true
}

/** In which language the visitor of an address without a page is told so: its own, if the site has pages in it. */
const languageAt = async (path: string): Promise<Language> => {
  const { language } = routeOfPath(path)
  const known = await knownAddresses()
    .all()
    .catch(() => null)
  return !known || known.languages.includes(language) ? language : DEFAULT_LANGUAGE
}

/** Redirects know of one language: in others they lead from the same address to the same page. */
const inDefaultLanguage = (path: string, language: Language): string =>
  language === DEFAULT_LANGUAGE ? path : path.slice(`/${language}`.length)

/** Sends visitors of an old address on. Browsers ask again each time: the old address may get a page of its own. */
const sendOn = async (
  request: IncomingMessage,
  response: ServerResponse,
  { path, language }: { path: string; language: Language },
): Promise<boolean> => {
  const redirects = await knownRedirects()
    .all()
    .catch(() => null)
  const old = inDefaultLanguage(path, language).replace(/(?<=.)\/$/, '')
  const redirect = redirects?.get(old)
  if (!redirect) return false
  const to = localHref(redirect.to, language)
  return answer(request, response, {
    status: redirect.status,
    type: 'text/plain; charset=utf-8',
    body: `${to}\n`,
    headers: { location: to, 'cache-control': PAGE_CACHE },
  })
}

/** One page, one address: with a slash behind it it is the same page, and is sent to where that is, question and all. */
const dropSlash = async (
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
): Promise<boolean> => {
  const page = pathBeforeSlash(path)
  if (page === undefined || !(await doesExist(page))) return false
  const to = page + (request.url ?? '').slice(path.length)
  return answer(request, response, {
    status: 308,
    type: 'text/plain; charset=utf-8',
    body: `${to}\n`,
    headers: { location: to, 'cache-control': PAGE_CACHE },
  })
}

/**
 * Whether visitors should be sent here: also while the CMS is of no use, as pages are served as they were. Only a process
 * that has never heard from it has nothing to serve.
 */
const sendReadiness = async (
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> => {
  const isReady = await knownAddresses()
    .all()
    .then(
      () => true,
      () => false,
    )
  const cms = cmsHealth().trouble()
  const good = cms === undefined ? 'ok' : 'degraded'
  return answer(request, response, {
    status: isReady ? 200 : 503,
    type: 'application/json',
    body: JSON.stringify({ status: isReady ? good : 'unavailable', ...(cms ? { cms } : {}) }),
    headers: { 'cache-control': 'no-store' },
  })
}

const isRead = ({ method }: IncomingMessage): boolean => method === 'GET' || method === 'HEAD'

/** The request's target without its query. An absolute address or an escape matches no route. */
const pathIn = (url: string): string => url.split('?', 1)[0] ?? '/'

/** For `startNextServer`: true when the request was answered here. */
export const createSiteHandler = ({
  env,
  isDev,
  onPage,
  onSeen = () => undefined,
  waitOf = createPatience(),
  onDevRequest,
}: SiteHandlerOptions) => {
  const setHeaders = createHeaderSetter(env, isDev)
  const forward = createForwarder(env.CMS_INTERNAL_URL)
  const cache = createPageCache()
  const files = createFileServer(env.SITE_URL)
  const answerDrawing = createDrawings({ doesExist })

  /** For answers without words of their own for it: true when they asked too often and were told so. */
  const refuse = async (
    asking: Asking,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<boolean> => {
    const wait = await waitOf(asking, request)
    if (wait === 0) return false
    return answerProblem(request, response, 'rate-limited', { 'retry-after': `${wait}` })
  }

  const answerOwn = async (
    request: IncomingMessage,
    response: ServerResponse,
    path: string,
  ): Promise<boolean> => {
    if (OWN_FILES.has(path) && !isRead(request)) {
      return answerProblem(request, response, 'method-not-allowed', { allow: 'GET, HEAD' })
    }
    switch (path) {
      case '/healthz':
        return answer(request, response, {
          type: 'application/json',
          body: JSON.stringify({ status: 'ok' }),
          headers: { 'cache-control': 'no-store' },
        })
      case '/readyz':
        return sendReadiness(request, response)
      case '/robots.txt':
        return answer(request, response, {
          type: 'text/plain; charset=utf-8',
          body: robotsTxt(env.SITE_URL),
          headers: { 'cache-control': HOUR },
        })
      case SEARCH_API:
        return (await refuse('search', request, response)) || answerSearch(request, response)
      case '/api/contact':
        return (await refuse('contact', request, response)) || forward(request, response)
      case SEEN_API:
        return answerSeen(request, response, { siteUrl: env.SITE_URL, onSeen })
      case SPECULATION_PATH:
        return answer(request, response, {
          type: 'application/speculationrules+json',
          body: SPECULATION_RULES,
          headers: { 'cache-control': HOUR },
        })
      default:
        return forward(request, response)
    }
  }

  return async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    const path = pathIn(request.url ?? '/')
    setHeaders(response, isDev ? 'document' : kindAt(path))
    if (isDev && onDevRequest?.(request, response)) return true
    if (await answerOwn(request, response, path)) return true
    if (await answerDrawing(request, response, path)) return true
    if (path === WEBHOOK || (isDev && DEV_PATHS.test(path))) return false
    if (fileKindAt(path)) {
      if (!isRead(request)) {
        return answerProblem(request, response, 'method-not-allowed', { allow: 'GET, HEAD' })
      }
      if (!isDev) hideFromNext(request, OF_FILES)
      return false
    }
    if (await files.answer(request, response, path)) return true
    const methods = methodsOf(routeOfPath(path))
    if (!methods.includes(request.method ?? '')) {
      return answerProblem(request, response, 'method-not-allowed', { allow: methods.join(', ') })
    }
    if (path === PREVIEW_PATH) {
      if (await refuse('preview', request, response)) return true
      preparePreview(request, response, { env, isDev })
      return false
    }
    if (await dropSlash(request, response, path)) return true
    response.setHeader('speculation-rules', `"${SPECULATION_PATH}"`)
    // All missing pages are one page of each language, rendered once. Query strings select nothing but what is searched for.
    const isPage = await doesExist(path)
    let page = path
    if (isPage) onPage?.(request, response, path)
    else {
      const language = await languageAt(path)
      if (await sendOn(request, response, { path, language })) return true
      page = pathOf({ page: 'missing', language })
    }
    const live = isPage ? livePageAt(routeOfPath(path), request.url ?? '') : undefined
    request.url = live?.target ?? page
    const theme = chosenTheme(request)
    if (live?.isForOne) {
      response.setHeader('cache-control', 'private, no-store')
      const wait = live.asking ? await waitOf(live.asking, request) : 0
      if (wait > 0) request.url = `${live.target}&wait=${wait}`
      hideFromNext(request)
    }
    if (live?.isForOne || isDev) {
      if (theme) answerInTheme(request, response, theme)
      return false
    }
    response.setHeader('cache-control', theme ? THEMED_CACHE : PAGE_CACHE)
    if (cache.answer(request, response, page)) return true
    cache.capture(request, response, page)
    return false
  }
}
