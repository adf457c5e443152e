// A database that goes away while it is not being asked.

import type { AddressInfo } from 'node:net'
import { createServer, type Server, type Socket } from 'node:net'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { withConnection } from './connection.ts'

/** A message of Postgres: a letter, its length, its content. */
const message = (letter: string, ...content: (string | number)[]) => {
  const bytes = Buffer.concat(
    content.map((part) => {
      if (typeof part === 'string') return Buffer.from(`${part}\0`)
      const number = Buffer.alloc(4)
      number.writeInt32BE(part)
      return number
    }),
  )
  const length = Buffer.alloc(4)
  length.writeInt32BE(bytes.byteLength + 4)
  return Buffer.concat([Buffer.from(letter), length, bytes])
}
const READY = Buffer.from([0x5a, 0, 0, 0, 5, 0x49])

let server: Server
let sockets: Socket[]
let url: string

/** Lets everybody in, and answers each question with nothing. */
beforeEach(async () => {
  sockets = []
  server = createServer((socket) => {
    sockets.push(socket)
    socket.on('error', () => undefined)
    socket.once('data', () => {
      socket.write(Buffer.concat([message('R', 0), READY]))
      socket.on('data', (data) => {
        if (data.toString('latin1', 0, 1) === 'X') socket.end()
        else socket.write(Buffer.concat([message('C', 'SELECT 0'), READY]))
      })
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `postgres://nobody@127.0.0.1:${(server.address() as AddressInfo).port}/none`
})
afterEach(async () => {
  for (const socket of sockets) socket.destroy()
  await new Promise((resolve) => server.close(resolve))
})

/** Resolves once the client has noticed. */
const cut = (client: { once: (event: 'end', listener: () => void) => unknown }) =>
  new Promise<void>((resolve) => {
    client.once('end', resolve)
    for (const socket of sockets) socket.resetAndDestroy()
  })

test('work that asks nothing more goes on to its end', async () => {
  const done = withConnection(url, async (client) => {
    await client.query('select')
    await cut(client)
    return 'done'
  })
  await expect(done).resolves.toBe('done')
}, 5000)

test('the next question fails', async () => {
  const failed = withConnection(url, async (client) => {
    await cut(client)
    await client.query('select')
  })
  await expect(failed).rejects.toThrow()
}, 5000)
