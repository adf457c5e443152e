// Keeps finished pages, compressed, in front of Next: a visit costs a look-up. Emptied when the CMS says something changed.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { LIMITS } from '../limits.ts'
import { type Kept, keptOf, sendKept } from './kept.ts'
import { hideFromNext } from './next-request.ts'
import { pageChanges } from './page-changes.ts'

type Page = { kept: Kept; storedAt: number }

export type PageCache = {
  /** Answers from the cache; false when it has no such page. */
  answer: (request: IncomingMessage, response: ServerResponse, path: string) => boolean
  /** Takes over what Next is about to write, answers with it and keeps it. */
  capture: (request: IncomingMessage, response: ServerResponse, path: string) => void
}

/** Replaces the response's writers by ones that collect; `finish` gets the whole body and the real `end` back. */
const collect = (response: ServerResponse, finish: (body: Buffer) => void): void => {
  const { write, end, writeHead } = response
  const chunks: Buffer[] = []
  const add = (chunk: unknown, encoding: unknown) => {
    const text = typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8'
    if (typeof chunk === 'string') chunks.push(Buffer.from(chunk, text))
    else if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk))
  }
  const callbackOf = (values: unknown[]) => values.find((value) => typeof value === 'function')
  // Next's compression writes the head before it ends the body: the head has to wait as well.
  response.writeHead = ((status: number, ...values: unknown[]) => {
    response.statusCode = status
    const headers = values.find((value) => typeof value === 'object' && value !== null)
    for (const [name, value] of Object.entries(headers ?? {})) response.setHeader(name, value)
    return response
  }) as ServerResponse['writeHead']
  response.write = ((...values: unknown[]) => {
    add(values[0], values[1])
    const done = callbackOf(values)
    if (done) process.nextTick(done as () => void)
    return true
  }) as ServerResponse['write']
  response.end = ((...values: unknown[]) => {
    add(values[0], values[1])
    Object.assign(response, { write, end, writeHead })
    const done = callbackOf(values)
    if (done) response.once('finish', done as () => void)
    finish(Buffer.concat(chunks))
    return response
  }) as ServerResponse['end']
}

type Written = Pick<ServerResponse, 'statusCode'> & { getHeader: (name: string) => unknown }

/** Anything else that Next writes is for programs of its own. */
const isPage = ({ statusCode, getHeader }: Written) =>
  (statusCode === 200 || statusCode === 404) &&
  /^text\/html(?:;|$)/.test(String(getHeader('content-type') ?? '')) &&
  getHeader('x-middleware-skip') === undefined

/** A page that Next knows to be old is being rendered again: the next visitor gets the new one. */
const isOld = ({ getHeader }: Written) => getHeader('x-nextjs-cache') === 'STALE'

export const createPageCache = (now: () => number = Date.now): PageCache => {
  const pages = new Map<string, Page>()
  const changes = pageChanges()
  let seenChange = changes.count

  const emptyIfChanged = () => {
    if (seenChange === changes.count) return
    pages.clear()
    seenChange = changes.count
  }

  const keep = (path: string, kept: Kept) => {
    // The oldest make room.
    pages.delete(path)
    if (pages.size >= LIMITS.maxCachedPages) pages.delete(pages.keys().next().value ?? path)
    pages.set(path, { kept, storedAt: now() })
  }

  const answer = (request: IncomingMessage, response: ServerResponse, path: string): boolean => {
    emptyIfChanged()
    const page = pages.get(path)
    if (!page || now() - page.storedAt > LIMITS.pageCacheLifetimeMs) return false
    sendKept(request, response, page.kept)
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
      if (!isPage(written) || isOld(written)) {
        response.end(body)
        return
      }
      Object.assign(request.headers, asked)
      const type = String(response.getHeader('content-type'))
      keptOf({ status: response.statusCode, type, body }).then(
        (kept) => {
          // What was rendered before a change must not outlive it.
          if (count === changes.count) keep(path, kept)
          sendKept(request, response, kept)
        },
        () => response.end(body),
      )
    })
  }

  return { answer, capture }
}
