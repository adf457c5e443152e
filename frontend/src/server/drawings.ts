// Answers with the drawings of diagrams. One that this process has not seen is asked for with its page, once in a while.
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { ProblemCode } from '@shellfolio/protocol'
import { createQueue } from '@shellfolio/runtime/queue'
import { CmsError } from '../cms/client.ts'
import { drawingOfPath } from '../drawing-path.ts'
import { draftDrawingNamed, drawingNamed } from '../drawings.ts'
import { LIMITS } from '../limits.ts'
import { readContent } from '../page-data.ts'
import { PREVIEW_PATH } from '../preview.ts'
import { type Place, routeOfPath } from '../routes.ts'
import { answerProblem } from './answers.ts'
import { picturePolicy } from './headers.ts'
import { keptOf, sendKept } from './kept.ts'
import { pageChanges } from './page-changes.ts'

/** A drawing is full of style, and may hold pictures. */
const POLICY = picturePolicy("style-src 'unsafe-inline'", 'img-src data:')
/** Its name is a digest of what it is. */
const FOR_EVER = 'public, max-age=31536000, immutable'

const send = async (
  request: IncomingMessage,
  response: ServerResponse,
  { svg, cacheControl }: { svg: string; cacheControl: string },
) => {
  const headers = { 'content-security-policy': POLICY, 'cache-control': cacheControl }
  const kept = await keptOf({ type: 'image/svg+xml', body: Buffer.from(svg), headers })
  sendKept(request, response, kept)
}

/** Reading a page sets its drawings aside. Of each page one question at a time, and the next one not at once, unless something changed. */
const createAsker = (now: () => number) => {
  const asked = new Map<string, { at: number; done: Promise<void> }>()
  const inTurn = createQueue(LIMITS.drawingQuestions)
  return (path: string): Promise<void> => {
    const last = asked.get(path)
    const isOfNow = last && last.at >= pageChanges().at
    if (isOfNow && now() - last.at < LIMITS.drawingRetryMs) return last.done
    const { language, ...place } = routeOfPath(path)
    // What was read is let go: only its drawings are wanted.
    const done = inTurn(() => readContent(language, place as Place)).then(() => undefined)
    asked.delete(path)
    asked.set(path, { at: now(), done })
    const [oldest] = asked.keys()
    if (asked.size > LIMITS.maxDrawingPages && oldest !== undefined) asked.delete(oldest)
    return done
  }
}

type Asked = NonNullable<ReturnType<typeof drawingOfPath>>
type Refusal = [code: ProblemCode, headers?: Record<string, string>]

type DrawingsOptions = { doesExist: (path: string) => Promise<boolean>; now?: () => number }

/** For the site's handler: true when `path` is a drawing's and was answered. `doesExist` costs the CMS no question. */
export const createDrawings = ({ doesExist, now = Date.now }: DrawingsOptions) => {
  const ask = createAsker(now)

  /** One of before the last change may be of what was taken back: it has to be on its page now. Otherwise what is wrong. */
  const find = async ({ page, name }: Asked): Promise<string | Refusal> => {
    const current = () => drawingNamed(name, pageChanges().at)
    const known = current()
    if (known !== undefined) return known
    try {
      await ask(page)
    } catch (error) {
      // While the CMS is away things are as they were.
      const last = error instanceof CmsError ? drawingNamed(name) : undefined
      return last ?? ['service-unavailable', { 'retry-after': '10' }]
    }
    return current() ?? ['not-found']
  }

  return async (
    request: IncomingMessage,
    response: ServerResponse,
    path: string,
  ): Promise<boolean> => {
    if (!path.startsWith('/diagrams/')) return false
    const asked = drawingOfPath(path)
    if (!asked) return answerProblem(request, response, 'not-found')
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return answerProblem(request, response, 'method-not-allowed', { allow: 'GET, HEAD' })
    }
    if (asked.page === PREVIEW_PATH) {
      const draft = draftDrawingNamed(asked.name, now)
      if (draft === undefined) return answerProblem(request, response, 'not-found')
      await send(request, response, { svg: draft, cacheControl: 'private, no-store' })
      return true
    }
    // Also for one that is at hand: a page that was taken back takes its drawings with it.
    if (!(await doesExist(asked.page))) return answerProblem(request, response, 'not-found')
    const svg = await find(asked)
    if (typeof svg !== 'string') return answerProblem(request, response, ...svg)
    await send(request, response, { svg, cacheControl: FOR_EVER })
    return true
  }
}
