// A Postgres that lets everybody in and answers with nothing, until a test says otherwise.
import { type AddressInfo, createServer, type Socket } from 'node:net'

/** A message of Postgres: a letter, its length, its content. */
export const message = (letter: string, content: Buffer = Buffer.alloc(0)): Buffer => {
  const length = Buffer.alloc(4)
  length.writeInt32BE(content.byteLength + 4)
  return Buffer.concat([Buffer.from(letter), length, content])
}

export const READY = message('Z', Buffer.from('I'))
const WELCOME = Buffer.concat([message('R', Buffer.alloc(4)), READY])
const NOTHING = Buffer.concat([message('C', Buffer.from('SELECT 0\0')), READY])

export type FakePostgres = {
  url: string
  /** Ends all connections without a word. */
  cut: () => void
  close: () => Promise<void>
}

/** `answer`: to a message of that letter; what it leaves out is a question answered with nothing. */
export const startFakePostgres = async (
  answer: (letter: string, text: string) => Buffer | undefined = () => undefined,
): Promise<FakePostgres> => {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.once('data', () => {
      socket.write(WELCOME)
      socket.on('data', (data) => {
        const letter = data.toString('latin1', 0, 1)
        if (letter === 'X') socket.end()
        else socket.write(answer(letter, data.toString('latin1', 5, 100)) ?? NOTHING)
      })
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const cut = () => {
    for (const socket of sockets) socket.resetAndDestroy()
  }
  return {
    url: `postgres://nobody@127.0.0.1:${(server.address() as AddressInfo).port}/none`,
    cut,
    close: async () => {
      cut()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
