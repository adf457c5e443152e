// Binds a session's state machine to the world: socket, project, sandbox, clock. Owns them all and disposes of them.
import {
  decodeClientFrame,
  encodeServerFrame,
  ProtocolError,
  type SessionGrant,
} from '@shellfolio/protocol'
import type { RawData, WebSocket } from 'ws'
import { SOCKET_HIGH_BYTES, SOCKET_LOW_BYTES } from '../limits.ts'
import type { SandboxHost, SandboxTerminal } from '../sandbox/types.ts'
import { type Lease, WorkspaceError, type WorkspaceStore } from '../workspace/types.ts'
import { watchHeartbeat } from './heartbeat.ts'
import { InputPump } from './input-pump.ts'
import { SessionMachine } from './machine.ts'
import { sandboxSpecOf, welcomeBytes } from './spec.ts'
import type { Effect, SessionEvent, Timer } from './transitions.ts'

export type SessionParts = {
  socket: WebSocket
  grant: SessionGrant
  epoch: string
  host: SandboxHost
  workspaces: WorkspaceStore
}

/** A fault of ours: told to the operator, not to the visitor. */
export type Report = (error: unknown) => void

export class Session {
  readonly #parts: SessionParts
  readonly #report: Report
  readonly #machine: SessionMachine
  readonly #timers = new Map<Timer, NodeJS.Timeout>()
  readonly #pump: InputPump
  #terminal: SandboxTerminal | undefined
  #lease: Lease | undefined
  #starting: Promise<void> = Promise.resolve()
  #isClogged = false
  #isDisposed = false
  #resolveEnded: () => void = () => undefined

  /** Resolves when nothing of the session is left: no process, no timer, no project in use. */
  readonly ended: Promise<void> = new Promise((resolve) => {
    this.#resolveEnded = resolve
  })

  constructor(parts: SessionParts, report: Report) {
    this.#parts = parts
    this.#report = report
    const { sid, limits, demo } = parts.grant
    const facts = { sid, epoch: parts.epoch, limits, welcome: welcomeBytes(demo.welcome) }
    this.#machine = new SessionMachine(facts, performance.now())
    this.#pump = new InputPump((data) => this.#terminal?.write(data) ?? false)
    this.#listen(parts.socket)
    this.#dispatch({ on: 'connected' })
  }

  end(reason: 'shutdown' | 'killed'): void {
    this.#dispatch({ on: 'end', reason })
  }

  #listen(socket: WebSocket) {
    watchHeartbeat(socket)
    socket.on('message', (data, isBinary) => this.#onMessage(data, isBinary))
    socket.on('ping', () => this.#dispatch({ on: 'ping' }))
    // ws closes the socket itself with the right code; 'close' follows.
    socket.on('error', () => undefined)
    socket.once('close', () => this.#dispatch({ on: 'lost' }))
  }

  #onMessage(data: RawData, isBinary: boolean) {
    try {
      if (!isBinary || !Buffer.isBuffer(data)) throw new ProtocolError('a text message')
      this.#dispatch({ on: 'frame', frame: decodeClientFrame(data) })
    } catch (error) {
      if (!(error instanceof ProtocolError)) throw error
      this.#dispatch({ on: 'broken', code: error.closeCode })
    }
  }

  #dispatch(event: SessionEvent): void {
    for (const effect of this.#machine.handle(event, performance.now())) this.#perform(effect)
  }

  #perform(effect: Effect): void {
    switch (effect.do) {
      case 'send':
        this.#send(encodeServerFrame(effect.frame))
        break
      case 'close':
        this.#dispose(effect.code)
        break
      case 'start':
        this.#starting = this.#start(effect)
        break
      case 'write':
        if (!this.#pump.push(effect.data)) this.#dispatch({ on: 'overflow' })
        break
      case 'resize':
        this.#terminal?.resize(effect.cols, effect.rows)
        break
      case 'pause':
        this.#terminal?.pause()
        break
      case 'resume':
        this.#terminal?.resume()
        break
      case 'kill':
        this.#kill()
        break
      case 'timer':
        this.#setTimer(effect.timer, effect.ms)
    }
  }

  #send(bytes: Uint8Array) {
    const { socket } = this.#parts
    if (socket.readyState !== socket.OPEN) return
    socket.send(bytes, () => {
      if (this.#isClogged && socket.bufferedAmount < SOCKET_LOW_BYTES) this.#clog(false)
    })
    if (!this.#isClogged && socket.bufferedAmount > SOCKET_HIGH_BYTES) this.#clog(true)
  }

  #clog(is: boolean) {
    this.#isClogged = is
    this.#dispatch({ on: 'clogged', is })
  }

  #setTimer(timer: Timer, ms: number) {
    clearTimeout(this.#timers.get(timer))
    this.#timers.set(
      timer,
      setTimeout(() => this.#dispatch({ on: 'timer', timer }), ms),
    )
  }

  async #start(size: { cols: number; rows: number }): Promise<void> {
    const { workspaces, grant, host } = this.#parts
    try {
      this.#lease = await workspaces.acquire(grant, (stage) =>
        this.#dispatch({ on: 'stage', stage }),
      )
      if (this.#isDisposed) return
      this.#dispatch({ on: 'stage', stage: 'sandbox' })
      const spec = sandboxSpecOf(grant, this.#lease.template)
      this.#adopt(await host.openTerminal(spec, size))
    } catch (error) {
      this.#fail(error)
    }
  }

  #adopt(terminal: SandboxTerminal) {
    this.#terminal = terminal
    if (this.#isDisposed) return
    this.#dispatch({ on: 'ready' })
    terminal.onData((data) => this.#dispatch({ on: 'output', data }))
    terminal.onExit((exit) => this.#dispatch({ on: 'exited', exit }))
  }

  #fail(error: unknown) {
    if (error instanceof WorkspaceError) {
      return this.#dispatch({ on: 'failed', reason: error.reason, detail: error.message })
    }
    this.#report(error)
    const detail = 'The sandbox for this project could not be set up.'
    this.#dispatch({ on: 'failed', reason: 'sandbox-failed', detail })
  }

  #kill() {
    const exit = { code: null, signal: null }
    // A no-op when the program's own exit was reported first.
    const done = () => this.#dispatch({ on: 'exited', exit })
    this.#terminal?.kill().then(done, (error) => {
      this.#report(error)
      done()
    })
  }

  #dispose(code?: number) {
    if (this.#isDisposed) return
    this.#isDisposed = true
    for (const timer of this.#timers.values()) clearTimeout(timer)
    this.#timers.clear()
    this.#pump.dispose()
    if (code === undefined) this.#parts.socket.terminate()
    else this.#parts.socket.close(code)
    this.#release().catch(this.#report).finally(this.#resolveEnded)
  }

  /** A start that is under way is waited for: what it opens must not outlive the session. */
  async #release() {
    const killed = this.#terminal?.kill()
    await this.#starting
    await (killed ?? this.#terminal?.kill())
    this.#lease?.release()
  }
}
