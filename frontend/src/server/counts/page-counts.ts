// Counts the pages that are answered, and tells the CMS once a minute and at the end. Owns its timer.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { signWebhook } from '@shellfolio/runtime/webhook'
import type { KnownAddresses } from '../../cms/memories.ts'
import type { SiteEnv } from '../../env.ts'
import { isThere } from '../../existence.ts'
import { LIMITS } from '../../limits.ts'
import { pathOf, type Route, routeOfPath } from '../../routes.ts'
import type { Seen } from '../../seen.ts'
import { createTally } from './tally.ts'
import { isVisit, mayBeCounted, referrerOf } from './visit.ts'

export type PageCounts = {
  /** Counts the page at `path` once its answer is written, if it was one. */
  watch: (request: IncomingMessage, response: ServerResponse, path: string) => void
  /** Counts a page that was fetched ahead, and not counted then, as its browser says that it is looked at. */
  countSeen: (request: IncomingMessage, seen: Seen) => void
  /** Tells the CMS what there is to tell. Never rejects; what does not arrive is kept for the next time. */
  flush: () => Promise<void>
  /** Ends the timer and sends the rest, once. */
  close: () => Promise<void>
}

export type PageCountsOptions = {
  env: Pick<SiteEnv, 'SITE_URL' | 'CMS_INTERNAL_URL' | 'WEBHOOK_KEY'>
  /** What there is, and whether the owner wants views counted. @throws when nobody knows */
  known: () => Promise<KnownAddresses>
  now?: () => number
  log?: (line: string) => void
}

/** A page, or that the browser's own copy of it is still right. */
const SHOWN = new Set([200, 304])
/** A message that its receiver refuses for what is in it will never be taken. */
const REFUSED = new Set([400, 413, 422])

/** Files of source code count as their tree: there are as many of them as somebody packed. */
const countedPath = (route: Route, path: string): string =>
  route.page === 'source' ? pathOf({ ...route, path: '' }) : path

export const createPageCounts = ({
  env,
  known,
  now = Date.now,
  log = (line) => console.error(line),
}: PageCountsOptions): PageCounts => {
  const tally = createTally(now)
  let isTold = false
  let sending: Promise<boolean> | undefined

  /** Once while it lasts: the CMS being away is said elsewhere as well. */
  const say = (line: string) => {
    if (!isTold) log(line)
    isTold = true
  }

  /** Whether a message was sent and need not be sent again. */
  const send = async (): Promise<boolean> => {
    const message = tally.next()
    if (!message) return false
    const body = JSON.stringify(message)
    try {
      const response = await fetch(`${env.CMS_INTERNAL_URL}/api/counts`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...signWebhook(body, env.WEBHOOK_KEY, now()),
        },
        body,
        redirect: 'error',
        signal: AbortSignal.timeout(LIMITS.counts.sendTimeoutMs),
      })
      await response.body?.cancel()
      if (!response.ok) say(`The CMS answered the page counts with ${response.status}.`)
      if (response.ok) isTold = false
      const isDone = response.ok || REFUSED.has(response.status)
      if (isDone) tally.settle()
      return isDone
    } catch {
      say('The CMS does not take the page counts now; they are kept.')
      return false
    }
  }

  /** One message at a time. */
  const sendOne = (): Promise<boolean> => {
    sending ??= send().finally(() => {
      sending = undefined
    })
    return sending
  }
  const flush = async (): Promise<void> => {
    await sendOne()
  }

  const count = async (path: string, referrer: string | undefined) => {
    const all = await known().catch(() => undefined)
    const route = routeOfPath(path)
    if (all?.countsViews && isThere(route, all)) tally.add(countedPath(route, path), referrer)
  }

  const timer = setInterval(() => void flush(), LIMITS.counts.flushMs)
  timer.unref()

  return {
    watch: (request, response, path) => {
      if (!isVisit(request)) return
      const referrer = referrerOf(request.headers.referer ?? '', env.SITE_URL)
      response.once('finish', () => {
        if (SHOWN.has(response.statusCode)) void count(path, referrer)
      })
    },
    countSeen: (request, { path, referrer }) => {
      if (mayBeCounted(request)) void count(path, referrerOf(referrer, env.SITE_URL))
    },
    flush,
    close: async () => {
      clearInterval(timer)
      // The message on its way, then what was counted since; nothing more once one fails.
      while (await sendOne());
    },
  }
}
