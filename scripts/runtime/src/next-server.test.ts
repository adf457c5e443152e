import { createServer, type Server } from 'node:http'
import { connect, type Socket } from 'node:net'
import { afterEach, expect, test } from '@jest/globals'
import { refuseUpgrade } from './next-server.ts'

let server: Server
afterEach(() => {
  server.close()
})

const upgrade = async (): Promise<{ answer: string; serverSide: Socket }> => {
  let serverSide: Socket | undefined
  server = createServer()
  server.on('connection', (socket) => {
    serverSide = socket
  })
  server.on('upgrade', (_request, socket) => refuseUpgrade(socket))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  const client = connect(port, '127.0.0.1')
  client.write('GET /x HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n')
  let answer = ''
  for await (const chunk of client) answer += chunk
  return { answer, serverSide: serverSide as Socket }
}

test('an upgrade that nobody takes is answered with 404 and its socket is let go', async () => {
  const { answer, serverSide } = await upgrade()
  expect(answer).toMatch(/^HTTP\/1\.1 404 /)
  expect(serverSide.destroyed).toBe(true)
})
