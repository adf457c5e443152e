// Speaks term.v1 as a browser does: hello, input by offset, and acknowledgements of what the emulator has parsed.
import {
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
import {
  type AckCounter,
  createAckCounter,
} from '../../../plugins/terminal/src/client/ack-counter.ts'
import { systemClock } from '../../../plugins/terminal/src/client/clock.ts'
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
  let acks: AckCounter | undefined
  let parsed = 0
  const onParsed = (total: number) => {
    const whole = Math.floor(total)
    acks?.parsed(whole - parsed)
    parsed = whole
  }
  const emulator = new Emulator({ bytesPerMs, onParsed })
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
      const sendAck = (offset: number) => send({ op: 'ack', offset })
      acks = createAckCounter(frame.welcome.out, sendAck, systemClock)
    } else if (frame?.op === 'output') {
      const { buffer, byteOffset, byteLength } = frame.data
      link.received(Buffer.from(buffer, byteOffset, byteLength))
      emulator.accept(byteLength)
    } else if (frame?.op === 'exit') {
      exit = ` (${frame.exit.reason} ${frame.exit.detail ?? ''})`
    }
  })
  socket.once('close', (code) => {
    acks?.dispose()
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
