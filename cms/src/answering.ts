// Runs an endpoint of the CMS's own and turns what it throws into problem+json.
import { answering as answeringPlugin } from '@shellfolio/payload-terminal/endpoint'
import type { PayloadHandler, PayloadRequest } from 'payload'
import { CmsRefusal, cmsProblem } from './errors.ts'

/** Refusals, ours and those of the readers we share with the plugin, become their problem; anything else is `internal`. */
export const answering = (handler: (req: PayloadRequest) => Promise<Response>): PayloadHandler =>
  answeringPlugin(async (req) => {
    try {
      return await handler(req)
    } catch (error) {
      if (error instanceof CmsRefusal) return cmsProblem(error.code, error.more)
      throw error
    }
  })
