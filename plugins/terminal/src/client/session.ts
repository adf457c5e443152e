// The browser's end of term.v1 as a state machine: frames in, frames and phases out. Knows neither sockets nor xterm.
import {
  advance,
  CLOSE,
  type ClientFrame,
  closeMessage,
  closeName,
  decodeServerFrame,
  encodeClientFrame,
  PROTOCOL_VERSION,
  ProtocolError,
  type ServerFrame,
  SNAPSHOT_RESET,
  type TermEvent,
  type Welcome,
} from '@shellfolio/protocol'
import { type AckCounter, createAckCounter } from './ack-counter.ts'
import type { Clock } from './clock.ts'
import { createInputQueue, type InputQueue } from './input-queue.ts'
import { CONNECT_TIMEOUT_MS, PING_EVERY_MS, SILENT_AFTER_MS } from './limits.ts'
import { ended, exitPhase, RUNNING, STARTING, stagePhase } from './phase.ts'
import { failed, type Phase } from './terminal-state.ts'

export type Size = { cols: number; rows: number }

export type SessionPorts = {
  clock: Clock
  /** Sends one message; not called after the connection has closed. */
  send: (message: Uint8Array<ArrayBuffer>) => void
  /** Closes the connection. */
  close: (code: number) => void
  /** Hands output to the emulator, which calls `done` once it has parsed it. */
  write: (data: Uint8Array, done: () => void) => void
  /** Empties the emulator. */
  reset: () => void
  onPhase: (phase: Phase) => void
}

export type Session = {
  /** The connection is open: the emulator has this size. */
  opened: (size: Size) => void
  received: (message: Uint8Array) => void
  closed: (code: number) => void
  /** What the visitor typed; `false` when it was too much at once or nobody listens. */
  input: (data: Uint8Array) => boolean
  resize: (size: Size, pixels: { width: number; height: number }) => void
  /** The visitor ends the session. */
  end: () => void
  dispose: () => void
}

const NO_CONNECTION = 'The terminal could not be reached. Check your connection and try again.'

const noticeOf = (event: TermEvent): string | undefined => {
  switch (event.t) {
    case 'notice':
      return event.msg
    case 'expires':
      return event.why === 'idle'
        ? `Nothing was typed for a while: the session ends in ${event.inS} seconds.`
        : `The session reaches its time limit in ${event.inS} seconds.`
    case 'dropped':
      return 'Some output was left out.'
    default:
      return undefined
  }
}

export const createSession = (ports: SessionPorts): Session => {
  const { clock, onPhase } = ports
  let isOpen = false
  let isOver = false
  let isClosing = false
  let outOffset: number | undefined
  let heardAt = clock.now()
  let size: Size | undefined
  let ack: AckCounter | undefined
  let input: InputQueue | undefined
  let last: Phase | undefined
  let cancelTimer: (() => void) | undefined

  const send = (frame: ClientFrame) => {
    if (isOpen) ports.send(encodeClientFrame(frame) as Uint8Array<ArrayBuffer>)
  }
  const release = () => {
    cancelTimer?.()
    ack?.dispose()
    input?.dispose()
    input = undefined
  }
  const finish = (phase: Phase, code?: number) => {
    if (isOver) return
    isOver = true
    release()
    onPhase(last ?? phase)
    if (code !== undefined) ports.close(code)
    isOpen = false
  }
  const watch = () => {
    cancelTimer = clock.after(PING_EVERY_MS, () => {
      if (clock.now() - heardAt > SILENT_AFTER_MS) {
        finish(failed('The connection was lost.'), CLOSE.ended)
        return
      }
      send({ op: 'ping', time: Math.floor(clock.now()) >>> 0 })
      watch()
    })
  }
  cancelTimer = clock.after(CONNECT_TIMEOUT_MS, () => finish(failed(NO_CONNECTION), CLOSE.ended))

  const write = (data: Uint8Array, offset: number) => {
    if (outOffset !== offset) {
      finish(failed(closeMessage(CLOSE.badFrame)), CLOSE.ended)
      return
    }
    outOffset = advance(offset, data.byteLength)
    ports.write(data, () => ack?.parsed(data.byteLength))
  }
  const welcome = ({ out, in: inOffset, limits, cols, rows }: Welcome) => {
    outOffset = out
    ack = createAckCounter(out, (offset) => send({ op: 'ack', offset }), clock)
    input = createInputQueue({
      offset: inOffset,
      bytesPerS: limits.inputBytesPerS,
      send: (offset, data) => send({ op: 'input', offset, data }),
      clock,
    })
    if (size && (size.cols !== cols || size.rows !== rows)) {
      send({ op: 'resize', ...size, pixelWidth: 0, pixelHeight: 0 })
    }
    onPhase(RUNNING)
  }
  const handle = (frame: ServerFrame) => {
    switch (frame.op) {
      case 'welcome':
        welcome(frame.welcome)
        return
      case 'output':
        write(frame.data, frame.offset)
        return
      case 'snapshot':
        if (frame.flags & SNAPSHOT_RESET) ports.reset()
        outOffset = frame.offset
        ports.write(frame.data, () => undefined)
        return
      case 'event': {
        if (frame.event.t === 'stage') onPhase(stagePhase(frame.event.stage))
        const notice = noticeOf(frame.event)
        if (notice) onPhase({ state: input ? 'running' : 'starting', message: notice })
        return
      }
      case 'exit':
        last = exitPhase(frame.exit)
        return
      case 'inputAck':
      case 'pong':
      case 'size':
        return
    }
  }

  return {
    opened: (now) => {
      isOpen = true
      size = now
      cancelTimer?.()
      heardAt = clock.now()
      watch()
      send({ op: 'hello', hello: { v: PROTOCOL_VERSION, ...now } })
      onPhase(STARTING)
    },
    received: (message) => {
      if (isOver) return
      heardAt = clock.now()
      try {
        const frame = decodeServerFrame(message)
        if (frame) handle(frame)
      } catch (error) {
        if (!(error instanceof ProtocolError)) throw error
        finish(failed(closeMessage(CLOSE.badFrame)), CLOSE.ended)
      }
    },
    closed: (code) => {
      const wasOpen = isOpen
      isOpen = false
      if (!wasOpen) finish(failed(NO_CONNECTION))
      else if (isClosing) finish(ended('You ended the session.'))
      else if (closeName(code) === 'ended') finish(ended(closeMessage(code)))
      else finish(failed(closeMessage(code)))
    },
    input: (data) => input?.push(data) ?? false,
    resize: (now, { width, height }) => {
      if (size && size.cols === now.cols && size.rows === now.rows) return
      size = now
      if (input) send({ op: 'resize', ...now, pixelWidth: width, pixelHeight: height })
    },
    end: () => {
      if (isOver || isClosing) return
      isClosing = true
      if (isOpen) send({ op: 'close' })
      // The service answers with EXIT; one that does not must not keep the visitor.
      cancelTimer?.()
      cancelTimer = clock.after(isOpen ? 2000 : 0, () =>
        finish(ended('You ended the session.'), CLOSE.ended),
      )
    },
    dispose: () => {
      isOver = true
      release()
      if (isOpen) ports.close(CLOSE.ended)
      isOpen = false
    },
  }
}
