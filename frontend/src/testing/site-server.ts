// A server of the site without Next, before a fake CMS, for tests of what is answered before Next sees a request.
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTestEnv } from './env.ts'
import { type FakeCms, startFakeCms } from './fake-cms.ts'

/** True when the request was answered. */
export type Handle = (
  request: IncomingMessage,
  response: Parameters<RequestListener>[1],
) => Promise<boolean>

export type SiteServer = { cms: FakeCms; base: string; close: () => Promise<void> }

const listen = async (server: Server): Promise<string> => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** `makeHandle` is called once the settings are there; what it leaves is answered with `next:` and the address that Next would get. */
export const startSiteServer = async (
  makeHandle: (cms: FakeCms) => Handle,
): Promise<SiteServer> => {
  const cms = await startFakeCms()
  setTestEnv(cms.url)
  const handle = makeHandle(cms)
  const server = createServer(async (request, response) => {
    if (await handle(request, response)) return
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end(`next:${request.url}`)
  })
  const close = async () => {
    server.closeAllConnections()
    server.close()
    await cms.close()
  }
  return { cms, base: await listen(server), close }
}
