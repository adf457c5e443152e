// Keeps finished pages, compressed, in front of Next: a visit costs a look-up. Emptied when the CMS says something changed.
// Source code has room of its own: an archive has more files than a site has pages.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createLru } from '@shellfolio/runtime/lru'
import { LIMITS } from '../limits.ts'
import { routeOfPath } from '../routes.ts'
import type { Theme } from '../theme.ts'
import { collect } from './collect.ts'
import { type Kept, keptOf, sendKept } from './kept.ts'
import { hideFromNext } from './next-request.ts'
import { pageChanges } from './page-changes.ts'
import { chosenTheme, inTheme, sendInTheme, VARY } from './themed.ts'

/** `themed`: the same in a theme, made for the first visitor who chose it. */
type Page = { kept: Kept; storedAt: number; themed: Map<Theme, Promise<Kept>> }

export type PageCache = {
  /** Answers from the cache; false when it has no such page. */
  answer: (request: IncomingMessage, response: ServerResponse, path: string) => boolean
  /** Takes over what Next is about to write, answers with it and keeps it. */
  capture: (request: IncomingMessage, response: ServerResponse, path: string) => void
}

type Written = Pick<ServerResponse, 'statusCode'> & { getHeader: (name: string) => unknown }

/** Anything else that Next writes is for programs of its own. */
const isPage = ({ statusCode, getHeader }: Written) =>
  (statusCode === 200 || statusCode === 404) &&
  /^text\/html(?:;|$)/.test(String(getHeader('content-type') ?? '')) &&
  getHeader('x-middleware-skip') === undefined

/** A page that Next knows to be old is being rendered again: the next visitor gets the new one. */
const isOld = ({ getHeader }: Written) => getHeader('x-nextjs-cache') === 'STALE'

const makeInTheme = ({ status, bodies: { identity } }: Kept, theme: Theme): Promise<Kept> =>
  keptOf({
    status,
    type: String(identity.headers['content-type']),
    body: inTheme(identity.body, theme),
    vary: VARY,
  })

/** Answers with a page, in the theme that its visitor chose. */
const send = (request: IncomingMessage, response: ServerResponse, { kept, themed }: Page) => {
  const theme = chosenTheme(request)
  if (!theme) return sendKept(request, response, kept)
  const making = themed.get(theme) ?? makeInTheme(kept, theme)
  themed.set(theme, making)
  making.then(
    (made) => sendKept(request, response, made),
    () => sendKept(request, response, kept),
  )
}

/** A page may be kept as it is, and once more for each theme. */
const BODIES = 3

export const createPageCache = (now: () => number = Date.now): PageCache => {
  const usual = createLru<Page>(LIMITS.cachedPages)
  const ofSource = createLru<Page>(LIMITS.cachedSourcePages)
  const shelfOf = (path: string) =>
    path.includes('/source') && routeOfPath(path).page === 'source' ? ofSource : usual
  const changes = pageChanges()
  let seenChange = changes.count

  const emptyIfChanged = () => {
    if (seenChange === changes.count) return
    usual.clear()
    ofSource.clear()
    seenChange = changes.count
  }

  const answer = (request: IncomingMessage, response: ServerResponse, path: string): boolean => {
    emptyIfChanged()
    const page = shelfOf(path).get(path)
    if (!page || now() - page.storedAt > LIMITS.pageCacheLifetimeMs) return false
    send(request, response, page)
    return true
  }

  const capture = (request: IncomingMessage, response: ServerResponse, path: string): void => {
    const { count } = changes
    const asked = hideFromNext(request)
    const { method } = request
    // Next shall answer in full and in plain, also to who asks for the head only; all of that is settled here.
    request.method = 'GET'
    delete request.headers['accept-encoding']
    collect(response, (body) => {
      request.method = method
      const written = {
        statusCode: response.statusCode,
        getHeader: response.getHeader.bind(response),
      }
      if (response.headersSent) {
        response.end(body)
        return
      }
      if (!isPage(written)) response.setHeader('cache-control', 'no-store')
      if (response.statusCode >= 500) {
        response.setHeader('retry-after', String(LIMITS.retryAfterS))
      }
      Object.assign(request.headers, asked)
      const theme = chosenTheme(request)
      if (!isPage(written) || isOld(written)) {
        if (theme) sendInTheme(request, response, { body, theme })
        else response.end(body)
        return
      }
      const type = String(response.getHeader('content-type'))
      keptOf({ status: response.statusCode, type, body, vary: VARY }).then(
        (kept) => {
          const page: Page = { kept, storedAt: now(), themed: new Map() }
          // What was rendered before a change must not outlive it.
          if (count === changes.count) shelfOf(path).set(path, page, BODIES * kept.bytes)
          send(request, response, page)
        },
        () => response.end(body),
      )
    })
  }

  return { answer, capture }
}
