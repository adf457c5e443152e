// What the site and the CMS each hold of a shape that both must agree on. Neither imports the other.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { expect, test } from '@jest/globals'
import { messageSchema } from '../../cms/src/page-counts/message.ts'
import { previewTokens } from '../../cms/src/preview/token.ts'
import { siteEnv } from '../../frontend/src/env.ts'
import { LIMITS } from '../../frontend/src/limits.ts'
import { PREVIEW_HEADERS } from '../../frontend/src/preview.ts'
import { createTally } from '../../frontend/src/server/counts/tally.ts'
import { preparePreview } from '../../frontend/src/server/preview.ts'
import { setTestEnv } from '../../frontend/src/testing/env.ts'

test('the CMS takes the fullest message of page counts that the site sends', () => {
  const { maxPages, maxHosts } = LIMITS.counts
  const tally = createTally()
  for (let index = 0; index < 2 * maxPages; index += 1) tally.add(`/projects/p${index}`)
  for (let index = 0; index < 2 * maxHosts; index += 1) tally.add('/', `host-${index}.example`)
  const message = tally.next()
  expect(message?.counts).toHaveLength(maxPages + maxHosts)
  expect(messageSchema.safeParse(message).error).toBeUndefined()
})

test('a preview token as the CMS writes it is one that the site asks with', () => {
  setTestEnv('http://127.0.0.1:1')
  const id = '00000000-0000-4000-8000-000000000000'
  const { token } = previewTokens('secret').issue({ collection: 'projects', id, user: id })
  const request = { url: `/preview?token=${token}`, headers: {} } as IncomingMessage
  const response = { setHeader: () => undefined, removeHeader: () => undefined }
  preparePreview(request, response as unknown as ServerResponse, { env: siteEnv(), isDev: false })
  expect(request.headers[PREVIEW_HEADERS.token]).toBe(token)
})
