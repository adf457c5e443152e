// One session from HELLO to its end, as a pure state machine: events in, effects out, the clock is the caller's.
import {
  ACK_EVERY_BYTES,
  CLOSE,
  type ClientFrame,
  type CloseCode,
  type ExitReason,
  HELLO_TIMEOUT_MS,
  type Hello,
  PROTOCOL_VERSION,
  type SessionGrant,
  WINDOW_HIGH_BYTES,
  WINDOW_LOW_BYTES,
} from '@shellfolio/protocol'
import {
  COALESCE_MS,
  DRAIN_TIMEOUT_MS,
  ECHO_WINDOW_MS,
  FRAME_RATE,
  INPUT_ACK_EVERY_MS,
  INPUT_RATE,
  RESIZE_EVERY_MS,
  START_TIMEOUT_MS,
} from '../limits.ts'
import { CLOSE_FOR, endingFor, endingOf } from './endings.ts'
import { InputStream } from './input-stream.ts'
import { Lifetime } from './lifetime.ts'
import { OutputWindow } from './output-window.ts'
import { TokenBucket } from './token-bucket.ts'
import type { Effect, Ending, SessionEvent, State, Timer } from './transitions.ts'

/** Echoes are small; more than this within the echo window is bulk and may wait. Bytes. */
const ECHO_BYTES = 4096

export type SessionFacts = {
  sid: string
  /** Changes with every start of the service: offsets of another epoch mean nothing. */
  epoch: string
  limits: Pick<SessionGrant['limits'], 'idleS' | 'maxS'>
  /** Shown before the first prompt. */
  welcome: Uint8Array
}

export class SessionMachine {
  readonly #facts: SessionFacts
  readonly #bornMs: number
  readonly #frames: TokenBucket
  readonly #inputRate: TokenBucket
  readonly #input = new InputStream()
  readonly #output = new OutputWindow()
  #state: State = { name: 'greeting' }
  #effects: Effect[] = []
  #nowMs: number
  #life: Lifetime | undefined
  #size = { cols: 80, rows: 24 }
  #appliedSize = { cols: 80, rows: 24 }
  #unansweredOutputs = 0
  #isPaused = false
  #isClogged = false
  #flushedMs = Number.NEGATIVE_INFINITY
  #typedMs = Number.NEGATIVE_INFINITY
  readonly #armed = new Set<Timer>()

  constructor(facts: SessionFacts, nowMs: number) {
    this.#facts = facts
    this.#bornMs = nowMs
    this.#nowMs = nowMs
    this.#frames = new TokenBucket(FRAME_RATE, nowMs)
    this.#inputRate = new TokenBucket(INPUT_RATE, nowMs)
  }

  get state(): State['name'] {
    return this.#state.name
  }

  /** What the world must do about `event`, in this order. */
  handle(event: SessionEvent, nowMs: number): Effect[] {
    this.#nowMs = nowMs
    this.#effects = []
    if (this.#state.name !== 'closed') this.#react(event)
    else if (event.on === 'ready') this.#do({ do: 'kill' })
    return this.#effects
  }

  #react(event: SessionEvent) {
    switch (event.on) {
      case 'connected':
        return this.#arm('hello', HELLO_TIMEOUT_MS)
      case 'frame':
        return this.#isAnswer(event.frame) || this.#mayGoOn()
          ? this.#onFrame(event.frame)
          : undefined
      case 'ping':
        return void this.#mayGoOn()
      case 'broken':
        return this.#close(event.code)
      case 'stage':
        return this.#do({
          do: 'send',
          frame: { op: 'event', event: { t: 'stage', stage: event.stage } },
        })
      case 'ready':
        return this.#onReady()
      case 'failed':
        return this.#finish(endingFor(event.reason, event.detail))
      case 'output':
        return this.#onOutput(event.data)
      case 'exited':
        return this.#onExited(
          this.#state.name === 'ending' ? this.#state.ending : endingOf(event.exit),
        )
      case 'clogged':
        this.#isClogged = event.is
        return this.#balance()
      case 'overflow':
        return this.#close(CLOSE.inputOverQuota)
      case 'timer':
        this.#armed.delete(event.timer)
        return this.#onTimer(event.timer)
      case 'end':
        return this.#end(event.reason)
      case 'lost':
        return this.#close()
    }
  }

  /** One ACK for each OUTPUT is free: we set their pace ourselves, and a fast program must not end its session. */
  #isAnswer(frame: ClientFrame): boolean {
    if (frame.op !== 'ack' || this.#unansweredOutputs === 0) return false
    this.#unansweredOutputs -= 1
    return true
  }

  #mayGoOn(): boolean {
    if (this.#frames.take(1, this.#nowMs)) return true
    this.#close(CLOSE.rateLimited)
    return false
  }

  #onFrame(frame: ClientFrame) {
    const isGreeting = this.#state.name === 'greeting'
    if (isGreeting !== (frame.op === 'hello')) return this.#close(CLOSE.badFrame)
    switch (frame.op) {
      case 'hello':
        return this.#onHello(frame.hello)
      case 'input':
        return this.#onInput(frame.offset, frame.data)
      case 'ack':
        return this.#onAck(frame.offset)
      case 'resize':
        return this.#onResize(frame.cols, frame.rows)
      case 'ping':
        return this.#do({ do: 'send', frame: { op: 'pong', time: frame.time } })
      case 'close':
        return this.#end('closed')
      case 'take':
        return undefined
    }
  }

  #onHello({ cols, rows, resume }: Hello) {
    if (resume) return this.#close(CLOSE.unknownSession)
    this.#size = { cols, rows }
    this.#appliedSize = this.#size
    this.#state = { name: 'starting' }
    this.#arm('start', START_TIMEOUT_MS)
    this.#do({ do: 'start', cols, rows })
  }

  #onReady() {
    if (this.#state.name !== 'starting') return this.#do({ do: 'kill' })
    this.#state = { name: 'running' }
    const { sid, epoch, limits, welcome } = this.#facts
    const { idleS, maxS } = limits
    this.#do({
      do: 'send',
      frame: {
        op: 'welcome',
        welcome: {
          v: PROTOCOL_VERSION,
          sid,
          epoch,
          role: 'controller',
          ...this.#size,
          out: this.#output.sent,
          in: this.#input.next,
          window: { high: WINDOW_HIGH_BYTES, low: WINDOW_LOW_BYTES, ack: ACK_EVERY_BYTES },
          limits: { idleS, maxS, inputBytesPerS: INPUT_RATE.perSecond },
          replay: 'none',
        },
      },
    })
    this.#life = new Lifetime({ idleMs: idleS * 1000, maxMs: maxS * 1000 }, this.#nowMs)
    this.#live()
    this.#onOutput(welcome)
    this.#applySize()
  }

  #onInput(offset: number, data: Uint8Array) {
    if (this.#state.name === 'starting') return this.#close(CLOSE.badFrame)
    if (!this.#inputRate.take(data.byteLength, this.#nowMs))
      return this.#close(CLOSE.inputOverQuota)
    const fresh = this.#input.accept(offset, data)
    if (!fresh) return this.#close(CLOSE.badFrame)
    this.#arm('inputAck', INPUT_ACK_EVERY_MS)
    if (this.#state.name !== 'running' || fresh.byteLength === 0) return
    this.#typedMs = this.#nowMs
    this.#life?.touch(this.#nowMs)
    this.#do({ do: 'write', data: fresh })
  }

  #onAck(offset: number) {
    if (!this.#output.ack(offset)) return this.#close(CLOSE.badFrame)
    this.#balance()
    if (this.#state.name === 'draining' && this.#output.isDrained) this.#finish(this.#state.ending)
  }

  #onResize(cols: number, rows: number) {
    this.#size = { cols, rows }
    if (this.#state.name === 'running' && !this.#armed.has('resize')) this.#applySize()
  }

  #applySize() {
    const { cols, rows } = this.#size
    if (cols === this.#appliedSize.cols && rows === this.#appliedSize.rows) return
    this.#appliedSize = this.#size
    this.#do({ do: 'resize', cols, rows })
    this.#arm('resize', RESIZE_EVERY_MS)
  }

  #onOutput(data: Uint8Array) {
    if (this.#state.name !== 'running' && this.#state.name !== 'ending') return
    this.#output.push(data)
    this.#balance()
    const isEcho = this.#nowMs - this.#typedMs < ECHO_WINDOW_MS && data.byteLength < ECHO_BYTES
    if (isEcho || this.#nowMs - this.#flushedMs >= COALESCE_MS) this.#flush()
    else this.#arm('flush', COALESCE_MS)
  }

  #flush() {
    for (let part = this.#output.take(); part; part = this.#output.take()) {
      this.#do({ do: 'send', frame: { op: 'output', ...part } })
      this.#unansweredOutputs += 1
      this.#flushedMs = this.#nowMs
    }
  }

  /** The program runs as long as the browser keeps up. */
  #balance() {
    if (this.#state.name !== 'running' && this.#state.name !== 'ending') return
    const mustPause = this.#isClogged || this.#output.isFull
    if (mustPause === this.#isPaused) return
    this.#isPaused = mustPause
    this.#do({ do: mustPause ? 'pause' : 'resume' })
  }

  #onTimer(timer: Timer) {
    switch (timer) {
      case 'hello':
        return this.#state.name === 'greeting' ? this.#close(CLOSE.timedOut) : undefined
      case 'start':
        return this.#state.name === 'starting'
          ? this.#finish(endingFor('sandbox-failed', 'The project took too long to start.'))
          : undefined
      case 'flush':
        return this.#flush()
      case 'resize':
        return this.#state.name === 'running' ? this.#applySize() : undefined
      case 'inputAck':
        return this.#do({ do: 'send', frame: { op: 'inputAck', offset: this.#input.next } })
      case 'life':
        return this.#state.name === 'running' ? this.#live() : undefined
      case 'drain':
        return this.#state.name === 'ending' || this.#state.name === 'draining'
          ? this.#finish(this.#state.ending)
          : undefined
    }
  }

  #live() {
    if (!this.#life) return
    const { warnings, over, nextMs } = this.#life.check(this.#nowMs)
    if (over) return this.#end(over === 'idle' ? 'idle' : 'hard-limit')
    for (const { why, inS } of warnings) {
      this.#do({ do: 'send', frame: { op: 'event', event: { t: 'expires', inS, why } } })
    }
    this.#arm('life', nextMs)
  }

  /** Ends the program first, if it runs: its last output still belongs to the visitor. */
  #end(reason: ExitReason) {
    switch (this.#state.name) {
      case 'greeting':
        return this.#close(CLOSE[CLOSE_FOR[reason]])
      case 'starting':
        return this.#finish(endingFor(reason))
      case 'running':
        this.#state = { name: 'ending', ending: endingFor(reason) }
        this.#do({ do: 'kill' })
        return this.#arm('drain', DRAIN_TIMEOUT_MS)
      case 'draining':
        // A visitor who leaves, or a service that goes, does not wait for the rest to be parsed.
        return this.#finish(this.#state.ending)
      case 'ending':
      case 'closed':
        return undefined
    }
  }

  #onExited(ending: Ending) {
    if (this.#state.name !== 'running' && this.#state.name !== 'ending') return
    this.#flush()
    const mustDrain = ending.reason !== 'closed' && ending.reason !== 'shutdown'
    if (!mustDrain || this.#output.isDrained) return this.#finish(ending)
    this.#state = { name: 'draining', ending }
    this.#arm('drain', DRAIN_TIMEOUT_MS)
  }

  /** EXIT after the last byte, then the end. */
  #finish(ending: Ending) {
    if (this.#state.name === 'greeting') return this.#close(CLOSE[CLOSE_FOR[ending.reason]])
    this.#flush()
    const ms = Math.max(0, Math.round(this.#nowMs - this.#bornMs))
    this.#do({ do: 'send', frame: { op: 'exit', exit: { ...ending, ms } } })
    this.#close(CLOSE[CLOSE_FOR[ending.reason]])
  }

  #close(code?: CloseCode) {
    this.#state = { name: 'closed' }
    this.#do(code === undefined ? { do: 'close' } : { do: 'close', code })
  }

  /** Timers run once and are not set anew while they run; `drain` has one meaning in two states, the later one counts. */
  #arm(timer: Timer, ms: number) {
    if (this.#armed.has(timer) && timer !== 'drain') return
    this.#armed.add(timer)
    this.#do({ do: 'timer', timer, ms })
  }

  #do(effect: Effect) {
    this.#effects.push(effect)
  }
}
