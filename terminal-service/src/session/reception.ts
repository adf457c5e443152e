// Sorts what browsers send: who may send it, how often, and what it asks of the session. Pure.
import { CLOSE, type ClientFrame, type CloseCode, type Hello } from '@shellfolio/protocol'
import type { Audience, Size } from './audience.ts'
import type { SessionEvent } from './transitions.ts'
import type { Viewer } from './viewer.ts'

export type ViewerEvent = Exclude<Extract<SessionEvent, { viewer: number }>, { on: 'joined' }>

/** What a session does about its browsers; `refuse` is for those that break the protocol. */
export type Desk = {
  hello: (viewer: Viewer, hello: Hello) => void
  ack: (viewer: Viewer, offset: number) => void
  input: (offset: number, data: Uint8Array) => void
  resize: (size: Size) => void
  close: () => void
  extend: () => void
  restart: () => void
  refuse: (viewer: Viewer, code: CloseCode) => void
  lost: (viewer: Viewer) => void
  /** A browser can take more, or no longer; or it has its screen. */
  moved: () => void
}

export class Reception {
  readonly #audience: Audience
  readonly #desk: Desk

  constructor(audience: Audience, desk: Desk) {
    this.#audience = audience
    this.#desk = desk
  }

  receive(event: ViewerEvent, nowMs: number) {
    const viewer = this.#audience.get(event.viewer)
    if (!viewer) return
    switch (event.on) {
      case 'frame':
        // One ACK for each OUTPUT is free.
        if ((event.frame.op === 'ack' && viewer.takeAnswer()) || this.#mayGoOn(viewer, nowMs)) {
          this.#onFrame(viewer, event.frame)
        }
        return
      case 'ping':
        this.#mayGoOn(viewer, nowMs)
        return
      case 'broken':
        return this.#desk.refuse(viewer, event.code)
      case 'clogged':
        viewer.isClogged = event.is
        this.#audience.serve(viewer)
        return this.#desk.moved()
      case 'snapshot':
        this.#audience.onSnapshot(viewer, event.position, event.data, nowMs)
        return this.#desk.moved()
      case 'lost':
        return this.#desk.lost(viewer)
    }
  }

  #mayGoOn(viewer: Viewer, nowMs: number): boolean {
    if (viewer.mayGoOn(nowMs)) return true
    this.#desk.refuse(viewer, CLOSE.rateLimited)
    return false
  }

  #onFrame(viewer: Viewer, frame: ClientFrame) {
    const desk = this.#desk
    if (viewer.isGreeted === (frame.op === 'hello')) return desk.refuse(viewer, CLOSE.badFrame)
    switch (frame.op) {
      case 'hello':
        return desk.hello(viewer, frame.hello)
      case 'ack':
        return desk.ack(viewer, frame.offset)
      case 'ping':
        return this.#audience.send(viewer, { op: 'pong', time: frame.time })
      case 'take':
        return
      case 'resize':
        // Who looks on has a size of its own, and it is not the program's.
        if (viewer === this.#audience.controller) desk.resize(frame)
        return
      default:
        if (viewer === this.#audience.controller) this.#onCommand(frame)
        else desk.refuse(viewer, CLOSE.originRefused)
    }
  }

  #onCommand(frame: Extract<ClientFrame, { op: 'input' | 'close' | 'extend' | 'restart' }>) {
    switch (frame.op) {
      case 'input':
        return this.#desk.input(frame.offset, frame.data)
      default:
        return this.#desk[frame.op]()
    }
  }
}
