// GET /api/search?q=…&language=…: what the palette shows while somebody types.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { find, questionOf } from '../cms/find.ts'
import { knownAddresses } from '../cms/memories.ts'
import { DEFAULT_LANGUAGE, isLanguage, type Language } from '../i18n/languages.ts'
import { LIMITS } from '../limits.ts'
import type { FoundList } from '../search.ts'
import { answer, answerProblem } from './answers.ts'

/** Whether there are pages in it to lead to; while nobody knows, the search will say that it does not answer. */
const isSpoken = (language: Language): Promise<boolean> =>
  knownAddresses()
    .all()
    .then(
      ({ languages }) => languages.includes(language),
      () => true,
    )

export const answerSearch = async (
  request: IncomingMessage,
  response: ServerResponse,
): Promise<true> => {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return answerProblem(request, response, 'method-not-allowed', { allow: 'GET, HEAD' })
  }
  const query = new URLSearchParams(request.url?.split('?').slice(1).join('?'))
  const question = questionOf(query.get('q') ?? '')
  const asked = query.get('language') ?? DEFAULT_LANGUAGE
  if (!question || !isLanguage(asked) || !(await isSpoken(asked))) {
    return answerProblem(request, response, 'bad-request')
  }
  const found = await find({
    question,
    language: asked,
    page: 1,
    pageSize: LIMITS.paletteResults,
  }).catch(() => undefined)
  if (!found) return answerProblem(request, response, 'service-unavailable', { 'retry-after': '5' })
  const { total, items } = found
  return answer(request, response, {
    type: 'application/json',
    body: JSON.stringify({ total, items } satisfies FoundList),
    headers: { 'cache-control': 'no-store' },
  })
}
