// One session from HELLO to its end, as a pure state machine: events in, effects out, the clock is the caller's.
import {
  CLOSE,
  type CloseCode,
  type ExitReason,
  HELLO_TIMEOUT_MS,
  type Hello,
  type TermEvent,
} from '@shellfolio/protocol'
import {
  DRAIN_TIMEOUT_MS,
  EXTENSION_MS,
  INPUT_ACK_EVERY_MS,
  RESTART_RATE,
  START_TIMEOUT_MS,
} from '../limits.ts'
import type { SandboxExit } from '../sandbox/types.ts'
import { Agenda } from './agenda.ts'
import { Audience, type Size } from './audience.ts'
import { CLOSE_FOR, endingFor, endingOf, isWorthDraining } from './endings.ts'
import { Lifetime } from './lifetime.ts'
import { Outflow } from './outflow.ts'
import { Reception } from './reception.ts'
import { Sizing } from './sizing.ts'
import { TokenBucket } from './token-bucket.ts'
import type { Effect, Ending, SessionEvent, SessionFacts, State, Timer } from './transitions.ts'
import { Typing } from './typing.ts'
import type { Viewer } from './viewer.ts'

export class SessionMachine {
  readonly #facts: SessionFacts
  readonly #bornMs: number
  readonly #graceMs: number
  readonly #typing: Typing
  readonly #restarts: TokenBucket
  readonly #audience: Audience
  readonly #sizing: Sizing
  readonly #outflow: Outflow
  readonly #reception: Reception
  readonly #agenda = new Agenda()
  #state: State = { name: 'greeting' }
  #nowMs: number
  #life: Lifetime | undefined
  #stage: TermEvent | undefined

  constructor(facts: SessionFacts, nowMs: number) {
    this.#facts = facts
    this.#bornMs = nowMs
    this.#graceMs = facts.limits.graceS * 1000
    this.#nowMs = nowMs
    this.#typing = new Typing(nowMs)
    this.#restarts = new TokenBucket(RESTART_RATE, nowMs)
    this.#audience = new Audience(facts, (effect) => this.#agenda.add(effect))
    this.#sizing = new Sizing(this.#agenda, this.#audience)
    this.#outflow = new Outflow(this.#agenda, this.#audience, nowMs)
    this.#reception = new Reception(this.#audience, {
      hello: (viewer, hello) => this.#onHello(viewer, hello),
      ack: (viewer, offset) => this.#onAck(viewer, offset),
      input: (offset, data) => this.#onInput(offset, data),
      resize: (size) => this.#onResize(size),
      close: () => this.#end('closed'),
      extend: () => this.#onExtend(),
      restart: () => this.#onRestart(),
      refuse: (viewer, code) => this.#refuse(viewer, code),
      lost: (viewer) => this.#part(viewer),
      moved: () => this.#balance(),
    })
  }

  get state(): State['name'] {
    return this.#state.name
  }

  /** What an operator may know. */
  facts(nowMs: number) {
    return {
      state: this.#state.name,
      viewers: this.#audience.count,
      bytesIn: this.#typing.bytes,
      bytesOut: this.#audience.log.end,
      idleMs: Math.round(this.#life?.idleMs(nowMs) ?? nowMs - this.#bornMs),
    }
  }

  /** What the world must do about `event`, in this order. */
  handle(event: SessionEvent, nowMs: number): Effect[] {
    this.#nowMs = nowMs
    if (this.#state.name !== 'closed') this.#react(event)
    else if (event.on === 'joined') {
      this.#agenda.add({ do: 'part', from: event.viewer, code: CLOSE.unknownSession })
    }
    return this.#agenda.take()
  }

  #react(event: SessionEvent) {
    switch (event.on) {
      case 'joined':
        this.#audience.add(event.viewer, event.role, this.#nowMs)
        return this.#agenda.arm(`hello-${event.viewer}`, HELLO_TIMEOUT_MS)
      case 'stage':
        this.#stage = { t: 'stage', stage: event.stage }
        return this.#audience.tell(this.#stage)
      case 'ready':
        return this.#onReady()
      case 'failed':
        return this.#finish(endingFor(event.reason, event.detail))
      case 'output':
        return this.#onOutput(event.data)
      case 'exited':
        return this.#onExited(event.exit)
      case 'overflow':
        return this.#violated(CLOSE.inputOverQuota)
      case 'news':
        return this.#audience.tell(event.event)
      case 'timer':
        this.#agenda.disarm(event.timer)
        return this.#onTimer(event.timer)
      case 'end':
        return this.#end(event.reason)
      default:
        return this.#reception.receive(event, this.#nowMs)
    }
  }

  #onHello(viewer: Viewer, { cols, rows, resume }: Hello) {
    viewer.phase = 'waiting'
    if (viewer.role === 'controller') {
      this.#audience.control(viewer)
      if (this.#state.name === 'detached') this.#state = { name: 'live' }
      this.#onResize({ cols, rows })
    }
    switch (this.#state.name) {
      case 'greeting':
        if (viewer.role !== 'controller') return this.#part(viewer, CLOSE.unknownSession)
        this.#state = { name: 'starting' }
        this.#agenda.arm('start', START_TIMEOUT_MS)
        return this.#agenda.add({ do: 'start', ...this.#sizing.begin() })
      case 'starting':
        if (this.#stage) this.#audience.send(viewer, { op: 'event', event: this.#stage })
        return
      default:
        this.#audience.welcomeBack(viewer, resume, this.#present)
        if (this.#state.name === 'draining') this.#agenda.arm('drain', DRAIN_TIMEOUT_MS)
        this.#balance()
    }
  }

  get #present() {
    return { size: this.#sizing.wanted, input: this.#typing.next, nowMs: this.#nowMs }
  }

  #onReady() {
    if (this.#state.name !== 'starting' && this.#state.name !== 'restarting') return
    const isFirst = this.#state.name === 'starting'
    this.#stage = undefined
    this.#state = { name: this.#audience.controller ? 'live' : 'detached' }
    if (isFirst) {
      const { idleS, maxS } = this.#facts.limits
      this.#life = new Lifetime({ idleMs: idleS * 1000, maxMs: maxS * 1000 }, this.#nowMs)
      this.#audience.welcomeAll(this.#present)
    } else if (!this.#audience.controller) this.#agenda.arm('grace', this.#graceMs)
    this.#live()
    this.#onOutput(this.#facts.welcome)
    this.#sizing.apply()
    this.#balance()
  }

  #onInput(offset: number, data: Uint8Array) {
    if (this.#state.name === 'starting') return this.#violated(CLOSE.badFrame)
    const fresh = this.#typing.take(offset, data, this.#nowMs)
    if (typeof fresh === 'number') return this.#violated(fresh)
    this.#agenda.arm('inputAck', INPUT_ACK_EVERY_MS)
    if (this.#state.name !== 'live' || fresh.byteLength === 0) return
    this.#life?.touch(this.#nowMs)
    this.#agenda.add({ do: 'write', data: fresh })
  }

  #onAck(viewer: Viewer, offset: number) {
    const position = this.#audience.log.positionOf(offset)
    if (position > viewer.sent) return this.#refuse(viewer, CLOSE.badFrame)
    viewer.noteParsed(position, this.#nowMs)
    if (viewer !== this.#audience.controller) return this.#audience.serve(viewer)
    this.#balance()
  }

  #finishIfDrained() {
    if (this.#state.name === 'draining' && this.#audience.isDrained) {
      this.#finish(this.#state.ending)
    }
  }

  #onResize(size: Size) {
    this.#sizing.ask(size)
    if (this.#state.name === 'live') this.#sizing.follow()
  }

  #onExtend() {
    const endsInMs = this.#life?.extend(EXTENSION_MS, this.#nowMs)
    if (endsInMs === undefined) return this.#audience.note('The session cannot be extended again.')
    this.#audience.tell({ t: 'extended', inS: Math.floor(endsInMs / 1000) })
    this.#live()
  }

  #onRestart() {
    if (this.#state.name !== 'live') return
    if (!this.#restarts.take(1, this.#nowMs)) {
      return this.#audience.note('Wait a moment before the next restart.')
    }
    this.#state = { name: 'restarting' }
    this.#outflow.restart(this.#nowMs)
    this.#audience.tell({ t: 'restarted' })
    this.#agenda.add({ do: 'restart', ...this.#sizing.begin() })
    this.#agenda.arm('start', START_TIMEOUT_MS)
  }

  #onOutput(data: Uint8Array) {
    if (!this.#isUp) return
    this.#outflow.take(data, this.#nowMs)
    this.#balance()
    this.#outflow.pass(this.#typing.isEcho(data.byteLength, this.#nowMs), this.#nowMs)
  }

  /** A program prints, and what it prints is for somebody. */
  get #isUp(): boolean {
    const { name } = this.#state
    return name === 'live' || name === 'detached' || name === 'ending'
  }

  #balance() {
    this.#finishIfDrained()
    if (!this.#isUp) return
    const { controller } = this.#audience
    if (this.#outflow.balance(this.#nowMs) && controller) this.#part(controller, CLOSE.timedOut)
  }

  #onTimer(timer: Timer) {
    const { name } = this.#state
    switch (timer) {
      case 'start':
        return name === 'starting' || name === 'restarting'
          ? this.#finish(endingFor('sandbox-failed', 'The project took too long to start.'))
          : undefined
      case 'flush':
        return this.#outflow.flush(this.#nowMs)
      case 'resize':
        return name === 'live' ? this.#sizing.apply() : undefined
      case 'inputAck':
        return this.#audience.acknowledge(this.#typing.next)
      case 'life':
        return this.#live()
      case 'drain':
        return this.#state.name === 'ending' || this.#state.name === 'draining'
          ? this.#finish(this.#state.ending)
          : undefined
      case 'grace':
        return name === 'detached' ? this.#end('abandoned') : undefined
      case 'silence':
      case 'budget':
        return this.#balance()
      case 'observe':
        return this.#audience.refresh(this.#sizing.applied)
      default: {
        const viewer = this.#audience.get(Number(timer.slice('hello-'.length)))
        return viewer && !viewer.isGreeted ? this.#refuse(viewer, CLOSE.timedOut) : undefined
      }
    }
  }

  /** Looks at the limits of time; a session that is ending already has its reason. */
  #live() {
    if (!this.#life || this.#state.name === 'ending' || this.#state.name === 'draining') return
    const { warnings, over, nextMs } = this.#life.check(this.#nowMs)
    if (over) return this.#end(over === 'idle' ? 'idle' : 'hard-limit')
    for (const { why, inS } of warnings) {
      const canExtend = why === 'hard' && this.#life.canExtend
      this.#audience.tell({ t: 'expires', inS, why, ...(canExtend ? { canExtend } : {}) })
    }
    this.#agenda.arm('life', nextMs)
  }

  /** One browser goes; the session goes with it only where it cannot be found again. */
  #part(viewer: Viewer, code?: CloseCode) {
    const wasController = this.#audience.part(viewer, code)
    switch (this.#state.name) {
      case 'greeting':
        return this.#audience.count === 0 ? this.#finish(endingFor('closed')) : undefined
      case 'starting':
        return wasController ? this.#finish(endingFor('abandoned')) : undefined
      case 'draining':
        return wasController ? this.#agenda.arm('drain', this.#graceMs) : undefined
      case 'live':
        this.#audience.tellCount()
        return wasController ? this.#detach() : undefined
      default:
        return this.#audience.tellCount()
    }
  }

  #detach() {
    this.#state = { name: 'detached' }
    if (this.#graceMs === 0) return this.#end('abandoned')
    this.#agenda.arm('grace', this.#graceMs)
    this.#balance()
  }

  #refuse(viewer: Viewer, code: CloseCode) {
    if (viewer === this.#audience.controller) this.#violated(code)
    else this.#part(viewer, code)
  }

  /** The browser that types does not keep to the protocol: it is hostile or broken, and nothing is kept for it. */
  #violated(code: CloseCode) {
    this.#audience.dismiss(code)
    this.#over('violation')
  }

  /** Ends the program first, if it runs: its last output still belongs to the visitor. */
  #end(reason: ExitReason) {
    switch (this.#state.name) {
      case 'live':
      case 'detached':
        this.#state = { name: 'ending', ending: endingFor(reason) }
        this.#agenda.add({ do: 'kill' })
        return this.#agenda.arm('drain', DRAIN_TIMEOUT_MS)
      case 'draining':
        // A visitor who leaves, or a service that goes, does not wait for the rest to be parsed.
        return this.#finish(this.#state.ending)
      case 'ending':
        return undefined
      default:
        return this.#finish(endingFor(reason))
    }
  }

  #onExited(exit: SandboxExit) {
    if (!this.#isUp) return
    const ending = this.#state.name === 'ending' ? this.#state.ending : endingOf(exit)
    this.#outflow.flush(this.#nowMs)
    const isDetached = !this.#audience.controller
    if (!isWorthDraining(ending, isDetached)) return this.#finish(ending)
    this.#state = { name: 'draining', ending }
    this.#agenda.arm('drain', isDetached ? this.#graceMs : DRAIN_TIMEOUT_MS)
    this.#finishIfDrained()
  }

  /** EXIT after the last byte, then the end. */
  #finish(ending: Ending) {
    if (this.#state.name === 'closed') return
    this.#outflow.flush(this.#nowMs)
    const ms = Math.max(0, Math.round(this.#nowMs - this.#bornMs))
    this.#audience.dismiss(CLOSE[CLOSE_FOR[ending.reason]], { ...ending, ms })
    this.#over(ending.reason)
  }

  #over(reason: ExitReason) {
    this.#state = { name: 'closed' }
    this.#agenda.add({ do: 'over', reason })
  }
}
