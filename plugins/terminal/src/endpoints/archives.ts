// GET /terminal/archives/:id: the file of one archive, for the terminal service with a token for exactly that one.
import { Readable } from 'node:stream'
import { problemResponse } from '@shellfolio/protocol'
import type { Endpoint } from 'payload'
import type { TerminalContext } from '../context.ts'
import type { ArchiveBody } from '../options.ts'
import { answering } from './answer.ts'
import { bearerOf } from './bearer.ts'

const asWebStream = (body: ArchiveBody): ReadableStream<Uint8Array> =>
  body instanceof Readable ? (Readable.toWeb(body) as ReadableStream<Uint8Array>) : body

export const archivesEndpoint = (context: TerminalContext): Endpoint => ({
  path: '/terminal/archives/:id',
  method: 'get',
  handler: answering(async (request) => {
    const id = String(request.routeParams?.id ?? '')
    const token = bearerOf(request.headers)
    // Nobody without a token learns which archives there are.
    if (!token || !(await context.grants.mayReadArchive(token, id))) {
      return problemResponse('signature-refused')
    }
    const { payload } = request
    const archive = await context.mintContext(payload).documents.rawArchive(id)
    if (!archive) return problemResponse('not-found')
    const body = await context.settings.openArchive(payload, archive)
    if (body instanceof Readable) {
      // By then the answer has begun: the service only sees that it breaks off.
      body.once('error', (err) => {
        payload.logger.error({ err, archive: id, msg: 'An archive could not be read.' })
      })
    }
    return new Response(asWebStream(body), {
      headers: {
        'content-type': 'application/octet-stream',
        'content-disposition': 'attachment',
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      },
    })
  }),
})
