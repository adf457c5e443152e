// A sandbox host without a sandbox: runs nothing, echoes what is typed, does what a test tells it.
import { join } from 'node:path'
import { ServiceError } from '../errors.ts'
import type {
  SandboxExit,
  SandboxHost,
  SandboxRun,
  SandboxRunner,
  SandboxSpec,
  SandboxStatus,
  SandboxTerminal,
  SandboxUsage,
} from '../sandbox/types.ts'
import { packFolder } from './pack.ts'

const PROMPT = Buffer.from('~ $ ')

/** A terminal that a test plays: `say`, `end`; it records what the session did to it. */
export class FakeTerminal implements SandboxTerminal {
  readonly spec: SandboxSpec
  readonly written: Buffer[] = []
  readonly sizes: { cols: number; rows: number }[]
  /** What a test says it uses. */
  used: SandboxUsage = { memoryBytes: 0, cpuMs: 0, processes: 1 }
  isPaused = false
  isKilled = false
  /** Set to make it refuse input. */
  isFull = false
  #onData: (data: Uint8Array) => void = () => undefined
  #onExit: (exit: SandboxExit) => void = () => undefined

  constructor(spec: SandboxSpec, size: { cols: number; rows: number }) {
    this.spec = spec
    this.sizes = [size]
  }

  onData(listener: (data: Uint8Array) => void) {
    this.#onData = listener
    this.say(PROMPT)
  }

  onExit(listener: (exit: SandboxExit) => void) {
    this.#onExit = listener
  }

  write(data: Uint8Array): boolean {
    if (this.isFull) return false
    this.written.push(Buffer.from(data))
    this.say(data)
    if (Buffer.from(data).includes('\u0004')) this.end({ code: 0, signal: null })
    return true
  }

  say(data: Uint8Array | string) {
    this.#onData(Buffer.from(data as Uint8Array))
  }

  end(exit: SandboxExit) {
    this.#onExit(exit)
  }

  resize(cols: number, rows: number) {
    this.sizes.push({ cols, rows })
  }

  pause() {
    this.isPaused = true
  }

  resume() {
    this.isPaused = false
  }

  usage() {
    return this.isKilled ? undefined : this.used
  }

  async kill() {
    this.isKilled = true
  }
}

/** A runner that a test plays: `say` is what the running program prints, `endCommand` its end, `end` the runner's. */
export class FakeRunner implements SandboxRunner {
  readonly spec: SandboxSpec
  /** Every program that was asked for, first to last. */
  readonly argvs: (readonly string[])[] = []
  readonly written: Buffer[] = []
  readonly sizes: { cols: number; rows: number }[]
  used: SandboxUsage = { memoryBytes: 0, cpuMs: 0, processes: 0 }
  isRunning = false
  isPaused = false
  isKilled = false
  /** Set to make it refuse input. */
  isFull = false
  #onData: (data: Uint8Array) => void = () => undefined
  #onCommandEnd: (code: number) => void = () => undefined
  #onExit: (exit: SandboxExit) => void = () => undefined

  constructor(spec: SandboxSpec, size: { cols: number; rows: number }) {
    this.spec = spec
    this.sizes = [size]
  }

  run(argv: readonly [string, ...string[]]) {
    if (this.isRunning) throw new Error('A program is still running.')
    this.isRunning = true
    this.argvs.push(argv)
  }

  write(data: Uint8Array): boolean {
    if (this.isFull || !this.isRunning) return false
    this.written.push(Buffer.from(data))
    return true
  }

  say(data: Uint8Array | string) {
    this.#onData(Buffer.from(data as Uint8Array))
  }

  endCommand(code: number) {
    this.isRunning = false
    this.#onCommandEnd(code)
  }

  end(exit: SandboxExit) {
    this.isRunning = false
    this.#onExit(exit)
  }

  onData(listener: (data: Uint8Array) => void) {
    this.#onData = listener
  }

  onCommandEnd(listener: (code: number) => void) {
    this.#onCommandEnd = listener
  }

  onExit(listener: (exit: SandboxExit) => void) {
    this.#onExit = listener
  }

  resize(cols: number, rows: number) {
    this.sizes.push({ cols, rows })
  }

  pause() {
    this.isPaused = true
  }

  resume() {
    this.isPaused = false
  }

  usage() {
    return this.isKilled ? undefined : this.used
  }

  async kill() {
    this.isKilled = true
  }
}

export type FakeSandboxOptions = {
  status?: SandboxStatus
  /** What a build does; without it the project comes back as it was. */
  run?: (spec: SandboxSpec) => Promise<SandboxRun>
}

export class FakeSandbox implements SandboxHost {
  readonly status: SandboxStatus
  readonly terminals: FakeTerminal[] = []
  readonly runners: FakeRunner[] = []
  readonly runs: SandboxSpec[] = []
  readonly #run: (spec: SandboxSpec) => Promise<SandboxRun>

  constructor({ status, run }: FakeSandboxOptions = {}) {
    this.status = status ?? { available: true, mode: 'rlimit+watchdog' }
    this.#run = run ?? copyOf
  }

  async openTerminal(spec: SandboxSpec, size: { cols: number; rows: number }) {
    if (!this.status.available) throw new ServiceError('sandbox-unavailable', this.status.reason)
    const terminal = new FakeTerminal(spec, size)
    this.terminals.push(terminal)
    return terminal
  }

  async openRunner(spec: SandboxSpec, size: { cols: number; rows: number }) {
    if (!this.status.available) throw new ServiceError('sandbox-unavailable', this.status.reason)
    const runner = new FakeRunner(spec, size)
    this.runners.push(runner)
    return runner
  }

  run(spec: SandboxSpec): Promise<SandboxRun> {
    this.runs.push(spec)
    return this.#run(spec)
  }

  async dispose() {
    for (const open of [...this.terminals, ...this.runners]) await open.kill()
  }
}

const copyOf = async ({ template }: SandboxSpec): Promise<SandboxRun> => ({
  exit: { code: 0, signal: null },
  stdout: await packFolder(join(template, 'home')),
  log: '',
})
