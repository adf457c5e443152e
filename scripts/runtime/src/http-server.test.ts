import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { expect, test } from '@jest/globals'
import { createHttpServer } from './http-server.ts'

const ask = async (text: string, trustedProxies: string[] = []) => {
  let serverSide: Socket | undefined
  const server = createHttpServer({
    trustedProxies,
    serve: async (request, response) => {
      response.end(`from ${request.headers['x-forwarded-for']}`)
    },
  })
  server.on('connection', (socket) => {
    serverSide = socket
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  const client = connect(port, '127.0.0.1')
  client.write(text)
  let answer = ''
  for await (const chunk of client) answer += chunk
  server.close()
  return { answer, serverSide: serverSide as Socket }
}

test('an upgrade that nobody takes is answered with 404 and its socket is let go', async () => {
  const head = 'GET /x HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n'
  const { answer, serverSide } = await ask(head)
  expect(answer).toMatch(/^HTTP\/1\.1 404 /)
  expect(serverSide.destroyed).toBe(true)
})

test('an address that a client claims is believed of trusted proxies only', async () => {
  const head =
    'GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nX-Forwarded-For: 203.0.113.9\r\n\r\n'
  expect((await ask(head)).answer).toContain('from 127.0.0.1')
  expect((await ask(head, ['loopback'])).answer).toContain('from 203.0.113.9')
})

test('a client that reads nothing of its answer is let go', async () => {
  const server = createHttpServer({
    trustedProxies: [],
    silenceMs: 300,
    serve: async (_, response) => {
      const more = () => {
        while (!response.destroyed && response.write(Buffer.alloc(65_536)));
        response.once('drain', more)
      }
      more()
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  const client = connect(port, '127.0.0.1').pause()
  client.on('error', () => undefined)
  client.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n')
  const [, response] = await once(server, 'request')
  await once(response, 'close')
  client.destroy()
  server.close()
}, 5000)
