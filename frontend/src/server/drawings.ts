// Answers with the drawings of diagrams. One that this process has not seen is asked for with its page, once in a while.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { drawingOfPath } from '../drawing-path.ts'
import { drawingNamed } from '../drawings.ts'
import { LIMITS } from '../limits.ts'
import { readContent } from '../page-data.ts'
import { type Place, routeOfPath } from '../routes.ts'
import { answerProblem } from './answers.ts'
import { keptOf, sendKept } from './kept.ts'

/** Opened by itself it is a document: it may be painted, and nothing else. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox"
/** Its name is a digest of what it is. */
const FOR_EVER = 'public, max-age=31536000, immutable'

const send = async (request: IncomingMessage, response: ServerResponse, svg: string) => {
  const headers = { 'content-security-policy': POLICY, 'cache-control': FOR_EVER }
  const kept = await keptOf({ type: 'image/svg+xml', body: Buffer.from(svg), headers })
  sendKept(request, response, kept)
}

/** Reading a page sets its drawings aside. Of each page one question at a time, and the next one not at once. */
const createAsker = (now: () => number) => {
  const asked = new Map<string, { at: number; done: Promise<unknown> }>()
  return (path: string): Promise<unknown> => {
    const last = asked.get(path)
    if (last && now() - last.at < LIMITS.drawingRetryMs) return last.done
    const { language, ...place } = routeOfPath(path)
    const done = readContent(language, place as Place)
    asked.delete(path)
    asked.set(path, { at: now(), done })
    const [oldest] = asked.keys()
    if (asked.size > LIMITS.maxDrawingPages && oldest !== undefined) asked.delete(oldest)
    return done
  }
}

type DrawingsOptions = { doesExist: (path: string) => Promise<boolean>; now?: () => number }

/** For the site's handler: true when `path` is a drawing's and was answered. `doesExist` costs the CMS no question. */
export const createDrawings = ({ doesExist, now = Date.now }: DrawingsOptions) => {
  const ask = createAsker(now)
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
    if (drawingNamed(asked.name) === undefined && (await doesExist(asked.page))) {
      const isAnswered = await ask(asked.page).then(
        () => true,
        () => false,
      )
      if (!isAnswered) {
        return answerProblem(request, response, 'service-unavailable', { 'retry-after': '10' })
      }
    }
    const svg = drawingNamed(asked.name)
    if (svg === undefined) return answerProblem(request, response, 'not-found')
    await send(request, response, svg)
    return true
  }
}
