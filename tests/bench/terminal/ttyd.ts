// Speaks ttyd's protocol as its own browser client does, its counting of unparsed writes included.
import { WebSocket } from 'ws'
import { Emulator } from './emulator.ts'
import { Link } from './link.ts'
import { closed, opened } from './socket.ts'
import type { System } from './systems.ts'

export type TtydSpec = { name: 'ttyd'; url: string; pid: number }

const INPUT = '0'
const PAUSE = '2'
const RESUME = '3'
const OUTPUT = '0'.charCodeAt(0)

/** Each 100 000 bytes one write is watched; more than ten unparsed pause, fewer than four resume. */
const WATCH_BYTES = 100_000
const HIGH_WRITES = 10
const LOW_WRITES = 4

/** What its client sends while it writes into the emulator. */
export const ttydFlow = (emulator: Emulator, send: (op: string) => void) => {
  let written = 0
  let pending = 0
  return (bytes: number) => {
    written += bytes
    if (written <= WATCH_BYTES) return emulator.accept(bytes)
    written = 0
    pending += 1
    if (pending > HIGH_WRITES) send(PAUSE)
    emulator.accept(bytes, () => {
      pending -= 1
      if (pending < LOW_WRITES) send(RESUME)
    })
  }
}

export const openTtyd = ({ url, pid }: TtydSpec): System => ({
  name: 'ttyd',
  pid,
  open: async ({ bytesPerMs = Number.POSITIVE_INFINITY } = {}) => {
    const socket = new WebSocket(url, ['tty'], { perMessageDeflate: false })
    const send = (data: string | Buffer) => {
      if (socket.readyState === WebSocket.OPEN) socket.send(Buffer.from(data as string))
    }
    const emulator = new Emulator({ bytesPerMs })
    const written = ttydFlow(emulator, send)
    await opened(socket)
    const link = new Link(
      {
        type: (data) => send(Buffer.concat([Buffer.from(INPUT), data])),
        stopReading: () => socket.pause(),
        close: () => closed(socket, () => socket.close()),
      },
      emulator,
    )
    socket.on('message', (message: Buffer) => {
      if (message[0] !== OUTPUT) return
      link.received(message.subarray(1))
      written(message.byteLength - 1)
    })
    socket.once('close', (code) => link.ended(`ttyd closed with ${code}`))
    send(JSON.stringify({ AuthToken: '', columns: 80, rows: 24 }))
    return link
  },
})
