// The session behind the page of page.ts: echoes, keeps all its output, and waits for a browser that comes back.
import {
  advance,
  type ClientFrame,
  decodeClientFrame,
  distance,
  type ExitReason,
  encodeServerFrame,
  type Hello,
  type ServerFrame,
  SNAPSHOT_LAST,
  SNAPSHOT_RESET,
  type TermEvent,
} from '@shellfolio/protocol'
import type { WebSocket } from 'ws'

export type PageSession = {
  /** A browser has connected. */
  attach: (socket: WebSocket) => void
  /** Input of the visitor so far, each byte once. */
  typed: () => string
  /** The last acknowledged offset. */
  acked: () => number
  /** How often a browser has greeted with the way back. */
  returns: () => number
  /** Frames of the browser by name, in order. */
  heard: () => readonly ClientFrame['op'][]
  /** Output of the program, whether somebody is there or not. */
  print: (text: string) => void
  tell: (event: TermEvent) => void
  exit: (reason: ExitReason, detail?: string) => void
  /** Cuts the connection without a word. */
  cut: () => void
  /** The next browser that comes back gets this screen instead of what it missed. */
  forget: (screen: string) => void
  /** Who comes now looks on at this size. */
  show: (size: { cols: number; rows: number } | undefined) => void
  resize: (size: { cols: number; rows: number }) => void
}

const FACTS = {
  v: 1 as const,
  sid: 'sid',
  epoch: 'epoch',
  window: { high: 524_288, low: 196_608, ack: 65_536 },
  limits: { idleS: 300, maxS: 1800, inputBytesPerS: 65_536 },
}
const PROMPT = 'visitor:~$ '

export const createPageSession = (): PageSession => {
  let socket: WebSocket | undefined
  let output = Buffer.alloc(0)
  let typed = ''
  let inOffset = 0
  let acked = 0
  let returns = 0
  let screen: string | undefined
  let observed: { cols: number; rows: number } | undefined
  const heard: ClientFrame['op'][] = []

  const send = (frame: ServerFrame) => socket?.send(encodeServerFrame(frame))
  const sendOutput = (from: number) => {
    for (let offset = from; offset < output.byteLength; offset += 65_536) {
      send({ op: 'output', offset, data: output.subarray(offset, offset + 65_536) })
    }
  }
  const print = (text: string) => {
    const from = output.byteLength
    output = Buffer.concat([output, Buffer.from(text)])
    sendOutput(from)
  }
  const greet = ({ cols, rows, resume }: Hello) => {
    const size = observed ?? { cols, rows }
    const role = observed ? ('observer' as const) : ('controller' as const)
    const facts = { ...FACTS, ...size, role, in: inOffset }
    if (!resume && output.byteLength === 0) {
      send({ op: 'event', event: { t: 'stage', stage: 'build' } })
      send({ op: 'welcome', welcome: { ...facts, out: 0, replay: 'none' } })
      print(PROMPT)
      return
    }
    if (resume) returns += 1
    const missed = screen ?? (resume ? undefined : output.toString())
    screen = undefined
    const out = missed === undefined ? (resume?.out ?? 0) : output.byteLength
    const replay = missed === undefined ? 'ring' : 'snapshot'
    send({ op: 'welcome', welcome: { ...facts, out, replay } })
    if (missed === undefined) return sendOutput(out)
    const flags = SNAPSHOT_RESET | SNAPSHOT_LAST
    send({ op: 'snapshot', flags, offset: out, data: Buffer.from(missed) })
  }
  const exit = (reason: ExitReason, detail?: string) => {
    const more = detail === undefined ? {} : { detail }
    send({ op: 'exit', exit: { reason, code: 0, signal: null, ms: 1, ...more } })
    socket?.close(1000)
  }
  const take = (offset: number, data: Uint8Array) => {
    const fresh = Buffer.from(data.subarray(distance(offset, inOffset)))
    inOffset = advance(inOffset, fresh.byteLength)
    typed += fresh.toString()
    print(fresh.toString().replaceAll('\r', '\r\n'))
    send({ op: 'inputAck', offset: inOffset })
  }
  const handle = (frame: ClientFrame) => {
    heard.push(frame.op)
    switch (frame.op) {
      case 'hello':
        return greet(frame.hello)
      case 'input':
        return take(frame.offset, frame.data)
      case 'ack':
        acked = frame.offset
        return
      case 'ping':
        return send({ op: 'pong', time: frame.time })
      case 'close':
        return exit('closed')
      case 'extend':
        return send({ op: 'event', event: { t: 'extended', inS: 900 } })
      case 'restart':
        print('\x1bc')
        send({ op: 'event', event: { t: 'restarted' } })
        return print(PROMPT)
      case 'resize':
      case 'take':
        return
    }
  }

  return {
    attach: (next) => {
      socket = next
      next.on('message', (message: Buffer) => handle(decodeClientFrame(message)))
      next.on('close', () => {
        if (socket === next) socket = undefined
      })
    },
    typed: () => typed,
    acked: () => acked,
    returns: () => returns,
    heard: () => heard,
    print,
    tell: (event) => send({ op: 'event', event }),
    exit,
    cut: () => socket?.terminate(),
    forget: (instead) => {
      screen = instead
    },
    show: (size) => {
      observed = size
    },
    resize: (size) => send({ op: 'size', ...size }),
  }
}
