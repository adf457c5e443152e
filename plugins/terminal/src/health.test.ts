import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from '@jest/globals'
import { createHealth } from './health.ts'
import { MAX_HEALTH_BYTES } from './limits.ts'

let server: Server

afterEach(() => {
  server.close()
  server.closeAllConnections()
})

const look = async (answer: RequestListener) => {
  server = createServer(answer).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return createHealth(`http://127.0.0.1:${(server.address() as AddressInfo).port}`).look()
}

test('a service says what it can take', async () => {
  const body = { sandbox: { available: true, mode: 'm' }, sessions: 1, capacity: 2 }
  const report = await look((_, response) => response.end(JSON.stringify(body)))
  expect(report).toMatchObject({ running: 1, capacity: 2, sandbox: 'm' })
  expect(report.problem).toBeUndefined()
})

test('of an answer that never ends no more is read than one may have', async () => {
  let bytes = 0
  let ended: Promise<unknown> | undefined
  const chunk = Buffer.alloc(MAX_HEALTH_BYTES, ' ')
  const report = await look((_, response) => {
    ended = once(response, 'close')
    const write = () => {
      if (response.destroyed) return
      bytes += chunk.byteLength
      if (response.write(chunk)) setImmediate(write)
      else response.once('drain', write)
    }
    write()
  })
  expect(report).toEqual({ problem: 'service-unavailable' })
  await ended
  // What the two ends' sockets hold comes on top.
  expect(bytes).toBeLessThan(256 * MAX_HEALTH_BYTES)
})

test('an address to which a service would send on is not followed', async () => {
  const paths: (string | undefined)[] = []
  const report = await look(({ url }, response) => {
    paths.push(url)
    response.writeHead(302, { location: '/elsewhere' }).end('{}')
  })
  expect([report.problem, paths]).toEqual(['service-unavailable', ['/healthz']])
})
