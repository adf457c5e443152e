// Speaks term.v1 as a browser does: hello, input by offset, and acknowledgements of what the emulator has parsed.
import {
  ACK_EVERY_BYTES,
  ACK_EVERY_MS,
  advance,
  type ClientFrame,
  decodeServerFrame,
  encodeClientFrame,
  GRANT_HEADER,
  PROTOCOL_VERSION,
  SESSION_PATH,
  type SessionGrant,
  SUBPROTOCOL,
} from '@shellfolio/protocol'
import { WebSocket } from 'ws'
import { Emulator } from './emulator.ts'
import { grantFor, signGrant } from './grant.ts'
import { Link } from './link.ts'
import { closed, opened } from './socket.ts'
import type { System } from './systems.ts'

export type OursSpec = {
  name: 'ours'
  url: string
  pid: number
  grantKey: string
  archive: SessionGrant['archive']
}

/** Tells the service how far the emulator is: every 64 KiB, and a while after the last byte. */
const acknowledger = (send: (frame: ClientFrame) => void) => {
  let start = 0
  let told = 0
  let parsed = 0
  let timer: NodeJS.Timeout | undefined
  const tell = () => {
    clearTimeout(timer)
    timer = undefined
    told = parsed
    send({ op: 'ack', offset: advance(start, parsed) })
  }
  return {
    startAt: (offset: number) => {
      start = offset
    },
    onParsed: (total: number) => {
      parsed = Math.floor(total)
      if (parsed - told >= ACK_EVERY_BYTES) tell()
      else if (parsed > told) timer ??= setTimeout(tell, ACK_EVERY_MS)
    },
    dispose: () => clearTimeout(timer),
  }
}

/** A link over a socket that is not open yet; says HELLO. @throws {Error} when it is refused */
export const linkOver = async (
  socket: WebSocket,
  { bytesPerMs = Number.POSITIVE_INFINITY }: { bytesPerMs?: number | undefined } = {},
): Promise<Link> => {
  const send = (frame: ClientFrame) => {
    if (socket.readyState === WebSocket.OPEN) socket.send(encodeClientFrame(frame))
  }
  let sent = 0
  let exit = ''
  const acks = acknowledger(send)
  const emulator = new Emulator({ bytesPerMs, onParsed: acks.onParsed })
  await opened(socket)
  const link = new Link(
    {
      type: (data) => {
        send({ op: 'input', offset: sent, data })
        sent = advance(sent, data.byteLength)
      },
      stopReading: () => socket.pause(),
      close: () => closed(socket, () => send({ op: 'close' })),
    },
    emulator,
  )
  socket.on('message', (message: Buffer) => {
    const frame = decodeServerFrame(message)
    if (frame?.op === 'welcome') {
      sent = frame.welcome.in
      acks.startAt(frame.welcome.out)
    } else if (frame?.op === 'output') {
      const { buffer, byteOffset, byteLength } = frame.data
      link.received(Buffer.from(buffer, byteOffset, byteLength))
      emulator.accept(byteLength)
    } else if (frame?.op === 'exit') {
      exit = ` (${frame.exit.reason} ${frame.exit.detail ?? ''})`
    }
  })
  socket.once('close', (code) => {
    acks.dispose()
    link.ended(`the service closed with ${code}${exit}`)
  })
  send({ op: 'hello', hello: { v: PROTOCOL_VERSION, cols: 80, rows: 24 } })
  return link
}

export const openOurs = ({ url, pid, grantKey, archive }: OursSpec): System => ({
  name: 'ours',
  pid,
  open: ({ bytesPerMs } = {}) => {
    const socket = new WebSocket(new URL(SESSION_PATH, url.replace(/^http/, 'ws')), [SUBPROTOCOL], {
      perMessageDeflate: false,
      headers: { [GRANT_HEADER]: signGrant(grantFor(archive), grantKey) },
    })
    return linkOver(socket, { bytesPerMs })
  },
})
