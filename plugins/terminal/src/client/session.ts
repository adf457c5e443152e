// The browser's end of term.v1 over all the connections of a session: frames in, frames and news out, and the offsets
// that let the next connection go on where the last one stopped. Knows neither sockets nor xterm.
import {
  advance,
  CLOSE,
  type ClientFrame,
  decodeServerFrame,
  encodeClientFrame,
  PROTOCOL_VERSION,
  ProtocolError,
  type ResumePoint,
  type ServerFrame,
  SNAPSHOT_LAST,
  SNAPSHOT_RESET,
  type TermEvent,
  type Welcome,
} from '@shellfolio/protocol'
import { type AckCounter, createAckCounter } from './ack-counter.ts'
import type { Clock } from './clock.ts'
import { createHeartbeat, type Heartbeat } from './heartbeat.ts'
import { createInputQueue, type InputQueue } from './input-queue.ts'
import type { LifeEvent } from './life-events.ts'
import { type News, newsOf } from './news.ts'
import { exitPhase, RUNNING, WATCHING } from './phase.ts'
import { isReply } from './replies.ts'

export type Size = { cols: number; rows: number }

export type SessionPorts = {
  clock: Clock
  /** This browser only wants to look on, whatever it is granted. */
  isWatcher: boolean
  /** Hands output to the emulator, which calls `done` once it has parsed it; in order, however often it is called. */
  write: (data: Uint8Array, done: () => void) => void
  /** Empties the emulator once it has parsed what it was given before. */
  reset: () => void
  /** This browser looks on: nothing may be typed, and the screen has the size it is told. */
  watch: (size: Size) => void
  onLife: (event: Extract<LifeEvent, { on: 'welcome' | 'exit' | 'lost' }>) => void
  onNews: (news: News) => void
}

export type Session = {
  /** A connection is open: greets over it. `send` is not called after `detach`. */
  greet: (size: Size, send: (message: Uint8Array<ArrayBuffer>) => void) => void
  received: (message: Uint8Array) => void
  /** The connection is gone; what is typed from now on waits for the next. */
  detach: () => void
  /** What the visitor typed, or the emulator answered; `false` when it was too much at once or nobody listens. */
  input: (text: string, data: Uint8Array) => boolean
  resize: (size: Size, pixels: { width: number; height: number }) => void
  /** The connection has to be heard soon, or is lost. */
  probe: () => void
  ask: (what: 'close' | 'extend' | 'restart') => boolean
  dispose: () => void
}

/** Who looks on can move no limit; and the others there are those whom they know to be there. */
const withoutSay = ({ canExtend: _, others: __, ...news }: News): News => news

/** RFC 6455: the connection broke. */
const BROKEN = 1006
const NOTHING = new Uint8Array(0)

export const createSession = (ports: SessionPorts): Session => {
  const { clock } = ports
  let link: ((message: Uint8Array<ArrayBuffer>) => void) | undefined
  let known: Pick<ResumePoint, 'sid' | 'epoch'> | undefined
  let isWelcome = false
  let isWatching = ports.isWatcher
  /** Output that is shown again, or late, is on its way: a PONG or the snapshot's last frame comes behind it. */
  let isReplaying = false
  /** The same as the emulator sees it, which parses later than we hear. */
  let isParsingReplay = false
  let replays = 0
  let isIdleWarned = false
  let isRestarting = false
  let outOffset = 0
  let size: Size = { cols: 80, rows: 24 }
  let ack: AckCounter | undefined
  let input: InputQueue | undefined
  let heartbeat: Heartbeat | undefined

  const send = (frame: ClientFrame) => link?.(encodeClientFrame(frame) as Uint8Array<ArrayBuffer>)
  const detach = () => {
    link = undefined
    isWelcome = false
    ack?.dispose()
    heartbeat?.stop()
    input?.pause()
  }
  const lose = (code: number) => {
    detach()
    ports.onLife({ on: 'lost', code })
  }
  const countFrom = (offset: number) => {
    outOffset = offset
    ack?.dispose()
    ack = createAckCounter(offset, (parsed) => send({ op: 'ack', offset: parsed }), clock)
  }
  const beginReplay = () => {
    isReplaying = true
    isParsingReplay = true
    replays += 1
  }
  const endReplay = () => {
    if (!isReplaying) return
    isReplaying = false
    const which = replays
    ports.write(NOTHING, () => {
      if (which === replays) isParsingReplay = false
    })
  }

  const write = (data: Uint8Array, offset: number) => {
    if (outOffset !== offset) throw new ProtocolError('output with a hole')
    outOffset = advance(offset, data.byteLength)
    const counter = ack
    ports.write(data, () => counter?.parsed(data.byteLength))
    if (!isRestarting) return
    isRestarting = false
    ports.onNews({ message: 'The sandbox was started anew.' })
  }
  const listen = (inOffset: number, bytesPerS: number) => {
    if (input) {
      if (!input.resume(inOffset)) throw new ProtocolError('input with a hole')
      return
    }
    input = createInputQueue({
      offset: inOffset,
      bytesPerS,
      send: (offset, data) => send({ op: 'input', offset, data }),
      clock,
    })
  }
  const welcome = (frame: Welcome) => {
    const { sid, epoch, role, cols, rows, out, limits, replay } = frame
    if (known && (known.sid !== sid || known.epoch !== epoch)) return lose(CLOSE.unknownSession)
    const isReturn = known !== undefined
    if (isReturn && replay === 'ring' && out !== outOffset) {
      throw new ProtocolError('a replay with a hole')
    }
    known = { sid, epoch }
    isWelcome = true
    isWatching = ports.isWatcher || role === 'observer'
    if (replay !== 'none') beginReplay()
    countFrom(out)
    if (isWatching) ports.watch({ cols, rows })
    else {
      if (size.cols !== cols || size.rows !== rows) {
        send({ op: 'resize', ...size, pixelWidth: 0, pixelHeight: 0 })
      }
      listen(frame.in, limits.inputBytesPerS)
    }
    // The service answers after everything that it had kept.
    if (replay === 'ring') heartbeat?.ping()
    ports.onLife({ on: 'welcome', ...(isWatching ? { phase: WATCHING } : {}) })
  }
  const tell = (event: TermEvent) => {
    if (event.t === 'restarted') isRestarting = true
    if (event.t === 'expires' && event.why === 'idle') isIdleWarned = true
    const news = newsOf(event, isWelcome)
    if (news) ports.onNews(isWatching ? withoutSay(news) : news)
  }
  const handle = (frame: ServerFrame) => {
    switch (frame.op) {
      case 'welcome':
        return welcome(frame.welcome)
      case 'output':
        return write(frame.data, frame.offset)
      case 'snapshot':
        if (frame.flags & SNAPSHOT_RESET) {
          beginReplay()
          ports.reset()
          countFrom(frame.offset)
        }
        ports.write(frame.data, () => undefined)
        if (frame.flags & SNAPSHOT_LAST) endReplay()
        return
      case 'inputAck':
        if (input && !input.acknowledge(frame.offset)) throw new ProtocolError('a wrong INPUT_ACK')
        return
      case 'event':
        return tell(frame.event)
      case 'exit':
        return ports.onLife({ on: 'exit', phase: exitPhase(frame.exit) })
      case 'size':
        if (isWatching) ports.watch(frame)
        return
      case 'pong':
        return endReplay()
    }
  }

  return {
    greet: (now, sendMessage) => {
      link = sendMessage
      size = now
      const resume = known && { ...known, out: outOffset, in: input?.arrived() ?? 0 }
      send({ op: 'hello', hello: { v: PROTOCOL_VERSION, ...now, ...(resume ? { resume } : {}) } })
      heartbeat = createHeartbeat({
        clock,
        ping: (time) => send({ op: 'ping', time }),
        onSilence: () => lose(BROKEN),
      })
    },
    received: (message) => {
      if (!link) return
      heartbeat?.heard()
      try {
        const frame = decodeServerFrame(message)
        if (frame) handle(frame)
      } catch (error) {
        if (!(error instanceof ProtocolError)) throw error
        lose(CLOSE.badFrame)
      }
    },
    detach,
    input: (text, data) => {
      if (!input || isWatching) return false
      if ((isParsingReplay || !isWelcome) && isReply(text)) return true
      if (isIdleWarned) {
        isIdleWarned = false
        ports.onNews({ message: RUNNING.message })
      }
      return input.push(data)
    },
    resize: (now, { width, height }) => {
      if (size.cols === now.cols && size.rows === now.rows) return
      size = now
      if (isWelcome && !isWatching) {
        send({ op: 'resize', ...now, pixelWidth: width, pixelHeight: height })
      }
    },
    probe: () => heartbeat?.probe(),
    ask: (what) => {
      // Who looks on has no say: the service would put them out.
      if (!link || isWatching || (what !== 'close' && !isWelcome)) return false
      send({ op: what })
      return true
    },
    dispose: () => {
      detach()
      input?.dispose()
      input = undefined
    },
  }
}
