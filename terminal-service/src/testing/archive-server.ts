// Serves archives to the service under test, as the CMS would.
import { createHash, randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { SessionGrant } from '@shellfolio/protocol'

export type ArchiveServer = {
  origin: string
  /** How many archives were asked for. */
  readonly requests: number
  add: (archive: Buffer, format?: 'zip' | 'tar.gz') => SessionGrant['archive']
  close: () => Promise<void>
}

export const startArchiveServer = async (): Promise<ArchiveServer> => {
  const archives = new Map<string, { body: Buffer; token: string }>()
  let requests = 0
  const server = createServer((request, response) => {
    requests += 1
    const archive = archives.get(request.url ?? '')
    const isAllowed = request.headers.authorization === `Bearer ${archive?.token}`
    response.writeHead(archive ? (isAllowed ? 200 : 401) : 404)
    response.end(archive && isAllowed ? archive.body : undefined)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    origin,
    get requests() {
      return requests
    },
    add: (body, format = 'tar.gz') => {
      const path = `/api/terminal/archives/${randomUUID()}`
      const token = randomUUID()
      archives.set(path, { body, token })
      const sha256 = createHash('sha256').update(body).digest('hex')
      return { url: `${origin}${path}`, token, sha256, bytes: body.byteLength, format }
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
