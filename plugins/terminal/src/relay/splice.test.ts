import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'
import { afterEach, describe, expect, test } from '@jest/globals'
import { type SpliceOptions, splice } from './splice.ts'

const open: Socket[] = []
afterEach(() => {
  for (const socket of open.splice(0)) socket.destroy()
})

/** Both ends of a connection: `far` is the peer's. */
const pair = async (): Promise<{ near: Socket; far: Socket }> => {
  const server = createServer({ allowHalfOpen: true }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  const far = connect({ port, host: '127.0.0.1', allowHalfOpen: true })
  const [[near]] = await Promise.all([once(server, 'connection'), once(far, 'connect')])
  server.close()
  for (const socket of [near, far]) socket.on('error', () => socket.destroy())
  open.push(near, far)
  return { near, far }
}

const spliced = async (options: SpliceOptions = {}) => {
  const [client, upstream] = [await pair(), await pair()]
  const end = splice(client.near, upstream.near, options)
  return { browser: client.far, service: upstream.far, end, near: [client.near, upstream.near] }
}

const textOf = async (socket: Socket): Promise<string> => {
  let text = ''
  for await (const chunk of socket) text += chunk
  return text
}

describe('two sockets joined', () => {
  test('are both closed when their peers vanish without a word', async () => {
    const { end, near } = await spliced({ idleTimeoutMs: 50 })
    expect(await end).toEqual({ bytesUp: 0, bytesDown: 0, isIdle: true })
    expect(near.map(({ destroyed }) => destroyed)).toEqual([true, true])
  })

  test('are both closed when one side ends and the other never does, after its last bytes', async () => {
    const { browser, service, end, near } = await spliced({ lingerMs: 50 })
    service.end('last words')
    const heard = textOf(browser)
    expect(await end).toEqual({ bytesUp: 0, bytesDown: 10, isIdle: false })
    expect(await heard).toBe('last words')
    expect(near.map(({ destroyed }) => destroyed)).toEqual([true, true])
  })

  test.each(['browser', 'service'] as const)('are both closed when the %s resets', async (who) => {
    const { end, near, ...peers } = await spliced({ lingerMs: 50 })
    peers[who].resetAndDestroy()
    expect(await end).toMatchObject({ isIdle: false })
    expect(near.map(({ destroyed }) => destroyed)).toEqual([true, true])
  })
})
