// Binds a session's state machine to the world: sockets, project, sandbox, clock. Owns them all and disposes of them.
import {
  CLOSE,
  decodeClientFrame,
  type ExitReason,
  encodeServerFrame,
  ProtocolError,
  type Role,
  type ServerFrame,
  type SessionGrant,
} from '@shellfolio/protocol'
import type { RawData, WebSocket } from 'ws'
import { MAX_VIEWERS, SOCKET_HIGH_BYTES, SOCKET_LOW_BYTES } from '../limits.ts'
import type { Recorder } from '../recording/recorder.ts'
import type { SandboxHost, SandboxTerminal } from '../sandbox/types.ts'
import type { Gate } from '../workspace/gate.ts'
import { type Lease, WorkspaceError, type WorkspaceStore } from '../workspace/types.ts'
import type { SessionInfo } from './directory.ts'
import { FrameMemory } from './frame-memory.ts'
import { watchHeartbeat } from './heartbeat.ts'
import { InputPump } from './input-pump.ts'
import { Ledger, type PastSession } from './ledger.ts'
import { SessionMachine } from './machine.ts'
import { openProgram } from './program.ts'
import type { Snapshots } from './snapshots.ts'
import { welcomeBytes } from './spec.ts'
import type { Effect, SessionEvent, Timer, ViewerId } from './transitions.ts'

export type SessionParts = {
  grant: SessionGrant
  epoch: string
  host: SandboxHost
  workspaces: WorkspaceStore
  snapshots: Snapshots
  /** Bounds how many sandboxes are made at the same time. */
  starts: Gate
  /** `undefined` when no recording was asked for or it cannot be made. */
  openRecorder: (
    size: { cols: number; rows: number },
    onFull: () => void,
  ) => Promise<Recorder | undefined>
  /** A fault of ours: told to the operator, not to the visitor. */
  report: (error: unknown) => void
  /** From HELLO to the program's first byte, in milliseconds. */
  onPrompt: (ms: number) => void
}

/** Of all sessions together: what one has sent is another's to fill. */
const memory = new FrameMemory()

type Attached = { socket: WebSocket; isClogged: boolean }

export class Session {
  readonly #parts: SessionParts
  readonly #machine: SessionMachine
  readonly #timers = new Map<Timer, NodeJS.Timeout>()
  readonly #sockets = new Map<ViewerId, Attached>()
  readonly #aborter = new AbortController()
  readonly #ledger = new Ledger()
  #pump: InputPump
  #terminal: SandboxTerminal | undefined
  /** What the machine prints before each program does. */
  readonly #welcome: Uint8Array
  #recorder: Recorder | undefined
  #lease: Lease | undefined
  /** Starts, restarts and what they leave behind, one after the other. */
  #work: Promise<void> = Promise.resolve()
  #greetedMs: number | undefined
  #viewers = 0
  #isDisposed = false
  #resolveEnded: (past: PastSession) => void = () => undefined

  /** Resolves when nothing of the session is left: no process, no timer, no project in use. */
  readonly ended: Promise<PastSession> = new Promise((resolve) => {
    this.#resolveEnded = resolve
  })

  constructor(parts: SessionParts) {
    this.#parts = parts
    const { sid, limits, demo } = parts.grant
    this.#welcome = welcomeBytes(demo.welcome)
    const facts = { sid, epoch: parts.epoch, limits, welcome: this.#welcome }
    this.#machine = new SessionMachine(facts, performance.now())
    this.#pump = this.#newPump()
  }

  get isOver(): boolean {
    return this.#isDisposed
  }

  get isStarted(): boolean {
    return this.#machine.state !== 'greeting'
  }

  /** Takes over the socket of a browser whose grant is for this session. */
  join(socket: WebSocket, role: Role): void {
    if (this.#sockets.size >= MAX_VIEWERS) {
      socket.close(CLOSE.unavailable)
      return
    }
    this.#viewers += 1
    const viewer = this.#viewers
    this.#sockets.set(viewer, { socket, isClogged: false })
    watchHeartbeat(socket)
    socket.on('message', (data, isBinary) => this.#onMessage(viewer, data, isBinary))
    socket.on('ping', () => this.#dispatch({ on: 'ping', viewer }))
    // ws closes the socket itself with the right code; 'close' follows.
    socket.on('error', () => undefined)
    socket.once('close', () => {
      if (this.#sockets.delete(viewer)) this.#dispatch({ on: 'lost', viewer })
    })
    this.#dispatch({ on: 'joined', viewer, role })
  }

  end(reason: 'shutdown' | 'killed'): void {
    this.#dispatch({ on: 'end', reason })
  }

  notify(msg: string, level: 'info' | 'warning'): void {
    this.#dispatch({ on: 'news', event: { t: 'notice', level, msg } })
  }

  info(): SessionInfo {
    const { grant } = this.#parts
    const { state, ...rest } = this.#machine.facts(performance.now())
    const usage = this.#look()
    return {
      sid: grant.sid,
      demoId: grant.demo.id,
      title: grant.demo.title,
      state: STATES[state],
      startedAt: this.#ledger.startedAt,
      ...rest,
      ...(usage ? { usage } : {}),
      recording: this.#recorder?.isRecording ?? false,
    }
  }

  #look() {
    const usage = this.#terminal?.usage()
    this.#ledger.used(usage)
    return usage
  }

  #newPump(): InputPump {
    return new InputPump((data) => this.#terminal?.write(data) ?? false)
  }

  #onMessage(viewer: ViewerId, data: RawData, isBinary: boolean) {
    try {
      if (!isBinary || !Buffer.isBuffer(data)) throw new ProtocolError('a text message')
      this.#dispatch({ on: 'frame', viewer, frame: decodeClientFrame(data) })
    } catch (error) {
      if (!(error instanceof ProtocolError)) throw error
      this.#dispatch({ on: 'broken', viewer, code: error.closeCode })
    }
  }

  #dispatch(event: SessionEvent) {
    for (const effect of this.#machine.handle(event, performance.now())) this.#perform(effect)
  }

  #perform(effect: Effect) {
    switch (effect.do) {
      case 'send':
        return this.#send(effect.to, effect.frame)
      case 'part':
        return this.#part(effect.from, effect.code)
      case 'start':
        this.#greetedMs = performance.now()
        return this.#queue(() => this.#prepare(effect))
      case 'restart':
        return this.#restart(effect)
      case 'write':
        this.#ledger.typed(effect.data)
        if (!this.#pump.push(effect.data)) this.#dispatch({ on: 'overflow' })
        return
      case 'resize':
        this.#recorder?.resized(effect.cols, effect.rows, performance.now())
        return this.#terminal?.resize(effect.cols, effect.rows)
      case 'pause':
        return this.#terminal?.pause()
      case 'resume':
        return this.#terminal?.resume()
      case 'kill':
        return this.#kill()
      case 'timer':
        return this.#setTimer(effect.timer, effect.ms)
      case 'snapshot':
        return this.#snapshot(effect)
      case 'over':
        return this.#dispose(effect.reason)
    }
  }

  #send(viewer: ViewerId, frame: ServerFrame) {
    const attached = this.#sockets.get(viewer)
    if (!attached || attached.socket.readyState !== attached.socket.OPEN) return
    const { socket } = attached
    const bytes = encodeServerFrame(frame, (size) => memory.take(size))
    const clog = (is: boolean) => {
      attached.isClogged = is
      this.#dispatch({ on: 'clogged', viewer, is })
    }
    socket.send(bytes, () => {
      memory.giveBack(bytes)
      if (attached.isClogged && socket.bufferedAmount < SOCKET_LOW_BYTES) clog(false)
    })
    if (!attached.isClogged && socket.bufferedAmount > SOCKET_HIGH_BYTES) clog(true)
  }

  #part(viewer: ViewerId, code?: number) {
    const attached = this.#sockets.get(viewer)
    this.#sockets.delete(viewer)
    if (code === undefined) attached?.socket.terminate()
    else attached?.socket.close(code)
  }

  #setTimer(timer: Timer, ms: number) {
    if (this.#isDisposed) return
    clearTimeout(this.#timers.get(timer))
    const fire = () => {
      this.#timers.delete(timer)
      this.#dispatch({ on: 'timer', timer })
    }
    this.#timers.set(timer, setTimeout(fire, ms))
  }

  #snapshot({ for: viewer, position, data, ...size }: Extract<Effect, { do: 'snapshot' }>) {
    this.#parts.snapshots.make({ ...size, data }).then(
      // Without a picture the raw output is the next best: it draws the same on most terminals.
      (screen) => this.#dispatch({ on: 'snapshot', viewer, position, data: screen ?? data }),
      this.#parts.report,
    )
  }

  #queue(task: () => Promise<void>) {
    this.#work = this.#work.then(task).catch((error) => this.#fail(error))
  }

  async #prepare(size: { cols: number; rows: number }): Promise<void> {
    const { workspaces, grant, openRecorder } = this.#parts
    const onStage = (stage: 'archive' | 'build' | 'sandbox') =>
      this.#dispatch({ on: 'stage', stage })
    this.#lease = await workspaces.acquire(grant, onStage, this.#aborter.signal)
    this.#recorder = await openRecorder(size, () =>
      this.#dispatch({ on: 'news', event: { t: 'recording-full' } }),
    )
    await this.#launch(size)
  }

  async #launch(size: { cols: number; rows: number }): Promise<void> {
    const { grant, host, starts } = this.#parts
    const lease = this.#lease
    if (this.#isDisposed || !lease) return
    this.#dispatch({ on: 'stage', stage: 'sandbox' })
    const terminal = await starts.run(() =>
      openProgram({
        host,
        grant,
        template: lease.template,
        size,
        onRun: (name) => this.#ledger.ran(name),
      }),
    )
    this.#adopt(terminal)
  }

  #adopt(terminal: SandboxTerminal) {
    this.#terminal = terminal
    if (this.#isDisposed) return
    this.#recorder?.output(this.#welcome, performance.now())
    this.#dispatch({ on: 'ready' })
    const isCurrent = () => this.#terminal === terminal
    terminal.onData((data) => {
      if (!isCurrent()) return
      this.#noteOutput(data)
      this.#dispatch({ on: 'output', data })
    })
    terminal.onExit((exit) => {
      if (!isCurrent()) return
      this.#ledger.exited(exit.code)
      this.#dispatch({ on: 'exited', exit })
    })
  }

  #noteOutput(data: Uint8Array) {
    const nowMs = performance.now()
    this.#recorder?.output(data, nowMs)
    if (this.#greetedMs === undefined) return
    const ms = nowMs - this.#greetedMs
    this.#ledger.prompted(ms)
    this.#parts.onPrompt(ms)
    this.#greetedMs = undefined
  }

  /** What was typed for the old program is not for the new one. */
  #restart(size: { cols: number; rows: number }) {
    const old = this.#terminal
    this.#terminal = undefined
    this.#pump.dispose()
    this.#pump = this.#newPump()
    this.#queue(async () => {
      await old?.kill()
      await this.#launch(size)
    })
  }

  #fail(error: unknown) {
    if (error instanceof WorkspaceError) {
      return this.#dispatch({ on: 'failed', reason: error.reason, detail: error.message })
    }
    if (this.#aborter.signal.aborted) return
    this.#parts.report(error)
    const detail = 'The sandbox for this project could not be set up.'
    this.#dispatch({ on: 'failed', reason: 'sandbox-failed', detail })
  }

  #kill() {
    // The last look before everything is gone.
    this.#look()
    const exit = { code: null, signal: null }
    // A no-op when the program's own exit was reported first.
    const done = () => this.#dispatch({ on: 'exited', exit })
    this.#terminal?.kill().then(done, (error) => {
      this.#parts.report(error)
      done()
    })
  }

  #dispose(reason: ExitReason) {
    if (this.#isDisposed) return
    this.#look()
    this.#isDisposed = true
    this.#aborter.abort()
    for (const timer of this.#timers.values()) clearTimeout(timer)
    this.#timers.clear()
    this.#pump.dispose()
    for (const viewer of [...this.#sockets.keys()]) this.#part(viewer)
    this.#release()
      .catch(this.#parts.report)
      .finally(() => this.#resolveEnded(this.#past(reason)))
  }

  #past(reason: ExitReason): PastSession {
    const { sid, demo } = this.#parts.grant
    const { bytesIn, bytesOut } = this.#machine.facts(performance.now())
    return this.#ledger.close(reason, { sid, demoId: demo.id, bytesIn, bytesOut })
  }

  /**
   * A start that is under way is waited for: what it opens must not outlive the session. What cannot be ended is reported,
   * and holds up neither the recording's end nor the project.
   */
  async #release() {
    const end = (terminal?: SandboxTerminal) => terminal?.kill().catch(this.#parts.report)
    const first = this.#terminal
    const killed = end(first)
    await this.#work
    await killed
    if (this.#terminal !== first) await end(this.#terminal)
    await this.#recorder?.close()
    this.#lease?.release()
  }
}

const STATES = {
  greeting: 'starting',
  starting: 'starting',
  restarting: 'starting',
  live: 'live',
  detached: 'detached',
  ending: 'ending',
  draining: 'ending',
  closed: 'ending',
} as const
