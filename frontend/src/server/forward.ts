// Hands requests on to the CMS, so that browsers talk to one origin: the terminal's API, the contact form, public media.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { LIMITS } from '../limits.ts'
import { answerProblem } from './answers.ts'
import { BodyTooLargeError, readBody } from './body.ts'
import { picturePolicy } from './headers.ts'

/** Request headers that the CMS gets to see. Cookies and authorization are not among them: visitors have none here. */
const PASSED_ON = [
  'accept',
  'content-type',
  'origin',
  'user-agent',
  'x-forwarded-for',
  'sec-fetch-site',
  'if-none-match',
  'if-modified-since',
  'range',
]
const PASSED_BACK = [
  'content-type',
  'content-length',
  'content-disposition',
  'content-range',
  'accept-ranges',
  'etag',
  'last-modified',
  'retry-after',
  'allow',
  'ratelimit',
  'ratelimit-policy',
  // Tells a proxy in front to pass a stream on as it comes.
  'x-accel-buffering',
]
const API_PATH = /^\/api\/(?:terminal\/[a-z0-9/-]{1,100}|contact)$/
/** A file's name: no hidden file, no separator, also not an escaped one. */
const MEDIA_PATH = /^\/media\/((?!\.)(?:(?!%(?:2f|5c|00))[^/?#\\]){1,255})(?:\?v=[0-9a-z]{1,16})?$/i
/** Captions of a film: its id in the media library, and their language. */
const CAPTIONS_PATH =
  /^\/media\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/([a-z]{2})\.vtt(?:\?v=[0-9a-f]{1,16})?$/
const CAPTIONS_TYPES = /^text\/vtt(?:;|$)/
/** What a browser may be shown from this origin; anything else could be a page or a script. */
const MEDIA_TYPES =
  /^(?:image\/(?:png|jpeg|webp|avif|gif|svg\+xml)|video\/(?:mp4|webm)|application\/pdf)(?:;|$)/
/** A versioned address names one content for ever. */
const VERSIONED = 'public, max-age=31536000, immutable'
const UNVERSIONED = 'public, max-age=300'

const requestHeaders = (request: IncomingMessage, names: readonly string[]) =>
  Object.fromEntries(
    names.flatMap((name) => {
      const value = request.headers[name]
      return typeof value === 'string' ? [[name, value]] : []
    }),
  )

const copyHeaders = (from: Response, response: ServerResponse) => {
  for (const name of PASSED_BACK) {
    const value = from.headers.get(name)
    // fetch() has undone a compression, and with it the announced length.
    if (name === 'content-length' && from.headers.has('content-encoding')) continue
    if (value !== null) response.setHeader(name, value)
  }
}

const ask = (url: string, init: RequestInit) => {
  // The time limit is for the start of the answer: a large image may take longer to arrive.
  const deadline = new AbortController()
  const timer = setTimeout(() => deadline.abort(), LIMITS.forwardTimeoutMs)
  return fetch(url, { ...init, redirect: 'manual', signal: deadline.signal }).finally(() =>
    clearTimeout(timer),
  )
}

type Exchange = { request: IncomingMessage; response: ServerResponse }
/** `stallMs`: longest silence of either side. */
type Way = { cms: string; stallMs: number }

const send = async (
  upstream: Response,
  { request, response, stallMs }: Exchange & Pick<Way, 'stallMs'>,
) => {
  if (!upstream.body || request.method === 'HEAD') {
    await upstream.body?.cancel()
    response.end()
    return
  }
  // Who asks and does not read would keep the CMS's answer open for ever.
  response.setTimeout(stallMs, () => response.destroy())
  // A visitor who leaves ends the pipeline; that is no error of ours.
  await pipeline(Readable.fromWeb(upstream.body as never), response).catch(() => undefined)
}

const forwardApi = async (
  { request, response }: Exchange,
  { cms, stallMs }: Way,
): Promise<true> => {
  const { method = 'GET' } = request
  if (method !== 'GET' && method !== 'POST') {
    return answerProblem(request, response, 'method-not-allowed', { allow: 'GET, POST' })
  }
  try {
    const body = method === 'POST' ? await readBody(request, LIMITS.forwardMaxBytes) : undefined
    const upstream = await ask(`${cms}${request.url}`, {
      method,
      headers: requestHeaders(request, PASSED_ON),
      ...(body ? { body: new Uint8Array(body) } : {}),
    })
    response.statusCode = upstream.status
    response.setHeader('cache-control', 'no-store')
    copyHeaders(upstream, response)
    await send(upstream, { request, response, stallMs })
    return true
  } catch (error) {
    const isTooLarge = error instanceof BodyTooLargeError
    const headers: Record<string, string> = isTooLarge
      ? { connection: 'close' }
      : { 'retry-after': '5' }
    return answerProblem(
      request,
      response,
      isTooLarge ? 'body-too-large' : 'service-unavailable',
      headers,
    )
  }
}

const forwardMedia = async (
  { request, response }: Exchange,
  { from, types, stallMs }: { from: string; types: RegExp; stallMs: number },
): Promise<true> => {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return answerProblem(request, response, 'method-not-allowed', { allow: 'GET, HEAD' })
  }
  const upstream = await ask(from, {
    method: request.method,
    headers: requestHeaders(request, [
      'accept',
      'if-none-match',
      'if-modified-since',
      'if-range',
      'range',
    ]),
  }).catch(() => undefined)
  if (!upstream || upstream.status >= 500) {
    await upstream?.body?.cancel()
    return answerProblem(request, response, 'service-unavailable', { 'retry-after': '5' })
  }
  const isShown =
    upstream.status === 304 ||
    (upstream.ok && types.test(upstream.headers.get('content-type') ?? ''))
  if (!isShown) {
    await upstream.body?.cancel()
    return answerProblem(request, response, 'not-found')
  }
  response.statusCode = upstream.status
  copyHeaders(upstream, response)
  response.setHeader('cache-control', request.url?.includes('?v=') ? VERSIONED : UNVERSIONED)
  response.setHeader('content-security-policy', picturePolicy())
  await send(upstream, { request, response, stallMs })
  return true
}

/** Answers what belongs to the CMS; false when the request does not. */
export const createForwarder =
  (cms: string, stallMs: number = LIMITS.forwardStallMs) =>
  async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    const { url = '/' } = request
    const exchange = { request, response }
    if (API_PATH.test(url)) return forwardApi(exchange, { cms, stallMs })
    const name = MEDIA_PATH.exec(url)?.[1]
    if (name) {
      const from = `${cms}/api/media/file/${name}`
      return forwardMedia(exchange, { from, types: MEDIA_TYPES, stallMs })
    }
    const [, id, language] = CAPTIONS_PATH.exec(url) ?? []
    if (id) {
      const from = `${cms}/api/media/${id}/captions/${language}`
      return forwardMedia(exchange, { from, types: CAPTIONS_TYPES, stallMs })
    }
    if (/^\/(?:api\/terminal|api\/contact|media)(?:[/?]|$)/.test(url)) {
      return answerProblem(request, response, 'not-found')
    }
    return false
  }
