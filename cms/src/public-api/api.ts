// The public read API: questions in, answers out, without Next and mostly without the database.
import { PROBLEM_TYPE } from '@shellfolio/protocol'
import { QueueFullError } from '@shellfolio/runtime/queue'
import type { Payload } from 'payload'
import { CmsRefusal, cmsProblemBody } from '../errors.ts'
import type { Language } from '../languages/languages.ts'
import { PUBLIC_API } from '../limits.ts'
import { BASE } from './base.ts'
import type { Generation } from './cache/generation.ts'
import { memoryGeneration, redisGeneration } from './cache/generation.ts'
import { createResponseCache } from './cache/response-cache.ts'
import { chooseForm, hasIt } from './negotiate.ts'
import { openApi } from './open-api.ts'
import { createPublished } from './published/published.ts'
import { createRelated } from './published/related.ts'
import { parseQuery, slugText } from './query.ts'
import { bytesOf, type Representation, represent } from './representation.ts'
import type { Route } from './route.ts'
import { ROUTES } from './routes.ts'

export type PublicQuestion = {
  method: string | undefined
  /** Path and query, as they came. */
  target: string | undefined
  ifNoneMatch?: string | undefined
  acceptEncoding?: string | undefined
}

export type PublicAnswer = { status: number; headers: Record<string, string>; body?: Buffer }

export type PublicApi = {
  /** Never rejects: what goes wrong is answered as problem+json. */
  answer: (question: PublicQuestion) => Promise<PublicAnswer>
  /** No answer of before is given any more, in any process. @throws when the others cannot be told */
  empty: () => Promise<void>
  close: () => Promise<void>
}

const JSON_TYPE = 'application/json; charset=utf-8'
const METHODS = 'GET, HEAD'

type Found = { route: Route; slug: string }
type Query = Record<string, unknown> & { locale: Language }

const findRoute = (path: string): Found | undefined => {
  for (const route of ROUTES) {
    if (route.path === path) return { route, slug: '' }
    const [before = '', after] = route.path.split('{slug}')
    if (after === undefined || !path.startsWith(before) || !path.endsWith(after)) continue
    const { data: slug } = slugText.safeParse(path.slice(before.length, path.length - after.length))
    if (slug) return { route, slug }
  }
  return undefined
}

const problemAnswer = (
  ...[code, more = {}]: Parameters<typeof cmsProblemBody>
): Promise<Representation> => {
  const body = cmsProblemBody(code, more)
  return represent(body.status, PROBLEM_TYPE, body)
}

/** Where the same question is asked in two ways, it is one. */
const keyOf = ({ route, slug }: Found, query: Query): string =>
  JSON.stringify([route.path, slug, query])

const send = (
  representation: Representation,
  { method, ifNoneMatch, acceptEncoding }: PublicQuestion,
): PublicAnswer => {
  const { status, type } = representation
  const isFound = status === 200
  const { body, etag, encoding } = chooseForm(representation, acceptEncoding)
  const headers: Record<string, string> = {
    // Kept by whoever likes, but asked about each time: a change shows at once, and an unchanged answer costs no bytes.
    'cache-control': isFound ? 'public, max-age=0, must-revalidate' : 'no-store',
    vary: 'accept-encoding',
    ...(isFound ? { etag } : {}),
  }
  if (isFound && hasIt(representation, ifNoneMatch)) return { status: 304, headers }
  headers['content-type'] = type
  headers['content-length'] = String(body.length)
  if (encoding === 'gzip') headers['content-encoding'] = 'gzip'
  return method === 'HEAD' ? { status, headers } : { status, headers, body }
}

const parseTarget = (target: string | undefined): URL | undefined => {
  try {
    return new URL(target ?? '', 'http://cms.invalid')
  } catch {
    return undefined
  }
}

/** `generation`: by default of Redis at `redisUrl`, or of this process alone. */
export const createPublicApi = (
  payload: Payload,
  {
    redisUrl,
    generation = redisUrl ? redisGeneration(redisUrl) : memoryGeneration(),
  }: { redisUrl?: string | undefined; generation?: Generation } = {},
): PublicApi => {
  const cache = createResponseCache({ generation })
  const shelf = (kind: Route['kind']) =>
    cache.shelf<Representation>({
      ...PUBLIC_API.answers[kind],
      bytesOf,
      isKept: ({ status }) => status === 200,
    })
  // There is no end of questions, and only so many documents: whoever asks all kinds of things takes no place of theirs.
  const shelves = {
    things: shelf('things'),
    lists: shelf('lists'),
    sources: shelf('sources'),
    searches: shelf('searches'),
  }
  const openRequest = createRelated(cache)
  const published = createPublished({ payload, cache, openRequest })
  let description: Promise<Representation> | undefined

  const load = async (
    { route, slug }: Found,
    { locale, ...query }: Query,
  ): Promise<Representation> => {
    const value = await route.load({ payload, published, openRequest, query, locale, slug })
    return value === undefined ? problemAnswer('not-found') : represent(200, JSON_TYPE, value)
  }

  const recallOrLoad = async (found: Found, query: Query): Promise<Representation> => {
    const { route, slug } = found
    const answers = shelves[route.kind]
    const key = keyOf(found, query)
    const known = await answers.recall(key)
    if (known) return known
    const mayBeThere = (await route.isThere?.({ published, slug })) ?? true
    return mayBeThere ? answers.get(key, () => load(found, query)) : problemAnswer('not-found')
  }

  const find = async ({ target }: PublicQuestion): Promise<Representation> => {
    const url = parseTarget(target)
    if (!url?.pathname.startsWith(BASE)) return problemAnswer('not-found')
    const path = url.pathname.slice(BASE.length)
    if (path === 'openapi.json') {
      description ??= represent(200, JSON_TYPE, openApi())
      return description
    }
    const found = findRoute(path)
    if (!found) return problemAnswer('not-found')
    return recallOrLoad(found, parseQuery(url.searchParams, found.route.parameters) as Query)
  }

  const refuse = (error: unknown): Promise<Representation> => {
    if (error instanceof CmsRefusal) return problemAnswer(error.code, error.more)
    if (error instanceof QueueFullError) return problemAnswer('busy')
    payload.logger.error({ err: error, msg: 'The public API could not answer.' })
    return problemAnswer('internal')
  }

  return {
    answer: async (question) => {
      const { method } = question
      if (method !== 'GET' && method !== 'HEAD') {
        const answer = send(await problemAnswer('method-not-allowed'), question)
        return { ...answer, headers: { ...answer.headers, allow: METHODS } }
      }
      const answer = send(await find(question).catch(refuse), question)
      if (answer.status === 503) answer.headers['retry-after'] = '1'
      return answer
    },
    empty: cache.empty,
    close: cache.close,
  }
}
