import { connect, createServer, type Socket } from 'node:net'
import { describe, expect, test } from '@jest/globals'
import { eventually } from '../testing/client.ts'
import { queuedBytes, socketBytes } from './socket-memory.ts'

describe('The memory of sockets', () => {
  test('grows with what a peer has sent and nobody reads', async () => {
    const peers: Socket[] = []
    const server = createServer((peer) => peers.push(peer.pause()))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as { port: number }
    const client = connect(port, '127.0.0.1')
    try {
      await eventually('the connection', () => peers.length === 1)
      const before = socketBytes(process.pid)
      client.write(Buffer.alloc(8 * 2 ** 20))
      await eventually('queues', () => socketBytes(process.pid) > before + 2 ** 20)
    } finally {
      for (const socket of [client, ...peers]) socket.destroy()
      server.close()
    }
  })

  test('is read from both queues of each row, and from nothing else', () => {
    const row = (sent: string, received: string) =>
      `   0: 0100007F:1F90 0100007F:C350 01 ${sent}:${received} 00:00000000 00000000  1000        0 1 1 0 20 4 30 10 -1`
    expect(queuedBytes(`  sl  local_address\n${row('000000FF', '00000001')}\n`)).toBe(256)
    expect(queuedBytes('')).toBe(0)
  })

  test('is nothing for a process that has ended', () => {
    expect(socketBytes(2 ** 22 + 1)).toBe(0)
  })
})
