// GET and DELETE /recordings/:sid: the asciicast of a session that has ended.
import { pipeline } from 'node:stream/promises'
import { answerNothing } from './answers.ts'
import { type Exchange, type GuardedEndpoint, Refusal } from './endpoint.ts'

const fetchRecording = async ({ parts, response, signal }: Exchange, sid: string) => {
  const found = await parts.recordings.find(sid)
  if (!found) throw new Refusal('not-found')
  const { file, bytes } = found
  try {
    response.writeHead(200, {
      'content-type': 'application/x-asciicast',
      'content-length': bytes,
      'cache-control': 'no-store',
    })
    await pipeline(file.createReadStream({ autoClose: false }), response, { signal })
  } catch (error) {
    // Whoever asked has gone: there is nobody to tell.
    if (!signal.aborted) throw error
  } finally {
    await file.close()
  }
}

export const recordings: GuardedEndpoint = {
  methods: ['GET', 'DELETE'],
  path: /^\/recordings\/([A-Za-z0-9_-]{1,64})$/,
  action: 'recording',
  handle: async (exchange, grant) => {
    if (!('sid' in grant)) throw new Refusal('signature-refused')
    if (exchange.method === 'GET') return fetchRecording(exchange, grant.sid)
    if (!(await exchange.parts.recordings.remove(grant.sid))) throw new Refusal('not-found')
    answerNothing(exchange.response, 204)
  },
}
