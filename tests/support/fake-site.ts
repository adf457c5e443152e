// A site that takes the CMS's messages, checks who signed them, and can be told to fail.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import {
  isWebhookGenuine,
  SIGNATURE_HEADER,
  TIMESTAMP_HEADER,
} from '../../scripts/runtime/src/webhook.ts'

export type Received = {
  path: string | undefined
  body: Record<string, unknown>
  /** When it came, by `performance.now()`. */
  at: number
  isGenuine: (key: string) => boolean
}

export type FakeSite = {
  url: string
  received: Received[]
  /** Answers the next `times` messages with 503; they are recorded all the same. */
  fail: (times: number) => void
  stop: () => Promise<void>
}

export const startFakeSite = async (): Promise<FakeSite> => {
  const received: Received[] = []
  let failures = 0
  const server = createServer(async (request, response) => {
    // Somebody looks whether it is there.
    if (request.method === 'GET') return response.writeHead(200).end()
    const body = await text(request)
    const header = (name: string) => request.headers[name]?.toString()
    const message = {
      body,
      timestamp: header(TIMESTAMP_HEADER),
      signature: header(SIGNATURE_HEADER),
    }
    received.push({
      path: request.url,
      body: JSON.parse(body),
      at: performance.now(),
      isGenuine: (key) => isWebhookGenuine(message, key),
    })
    response.writeHead(failures > 0 ? 503 : 200).end()
    failures = Math.max(0, failures - 1)
    return response
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    received,
    fail: (times) => {
      failures = times
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
