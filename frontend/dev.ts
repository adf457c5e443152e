// Development only: rebuilds style sheet and islands on change, tells open pages to load them again, and shows the style guide.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { watchAssets } from './assets.mjs'
import { prepareHighlighting } from './src/highlighting/load.ts'
import { styleguideAt } from './src/styleguide/styleguide.tsx'

export const startDevelopment = async () => {
  const listeners = new Set<ServerResponse>()
  const announce = () => {
    for (const listener of listeners) listener.write('data: changed\n\n')
  }
  const watching = await watchAssets(announce)
  await prepareHighlighting()

  const onRequest = (request: IncomingMessage, response: ServerResponse): boolean => {
    const guide = styleguideAt(request.url ?? '')
    if (guide) {
      // The guide shows itself in frames.
      response.removeHeader('x-frame-options')
      response.writeHead(200, { 'content-type': guide.type, 'cache-control': 'no-store' })
      response.end(guide.body)
      return true
    }
    if (request.url !== '/_dev/changes') return false
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
    response.write(': connected\n\n')
    listeners.add(response)
    response.on('close', () => listeners.delete(response))
    return true
  }

  const dispose = async () => {
    for (const listener of listeners) listener.end()
    await watching.dispose()
  }
  return { onRequest, dispose }
}
