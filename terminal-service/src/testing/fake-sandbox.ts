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

/** What a test plays of either kind: `say` and `end` are its turn, the rest records what was done to it. */
abstract class FakeProgram {
  readonly spec: SandboxSpec
  readonly written: Buffer[] = []
  readonly sizes: { cols: number; rows: number }[]
  /** What a test says it uses. */
  used: SandboxUsage
  isPaused = false
  isKilled = false
  /** Set to make it refuse input. */
  isFull = false
  #onData: (data: Uint8Array) => void = () => undefined
  #onExit: (exit: SandboxExit) => void = () => undefined

  constructor(spec: SandboxSpec, size: { cols: number; rows: number }, processes: number) {
    this.spec = spec
    this.sizes = [size]
    this.used = { memoryBytes: 0, cpuMs: 0, processes }
  }

  onData(listener: (data: Uint8Array) => void) {
    this.#onData = listener
  }

  onExit(listener: (exit: SandboxExit) => void) {
    this.#onExit = listener
  }

  write(data: Uint8Array): boolean {
    if (this.isFull) return false
    this.written.push(Buffer.from(data))
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

/** A terminal that shows a prompt, echoes what is typed, and ends at Ctrl-D. */
export class FakeTerminal extends FakeProgram implements SandboxTerminal {
  constructor(spec: SandboxSpec, size: { cols: number; rows: number }) {
    super(spec, size, 1)
  }

  override onData(listener: (data: Uint8Array) => void) {
    super.onData(listener)
    this.say(PROMPT)
  }

  override write(data: Uint8Array): boolean {
    if (!super.write(data)) return false
    this.say(data)
    if (Buffer.from(data).includes('\u0004')) this.end({ code: 0, signal: null })
    return true
  }
}

/** A runner: `say` is what the running program prints, `endCommand` its end, `end` the runner's. */
export class FakeRunner extends FakeProgram implements SandboxRunner {
  /** Every program that was asked for, first to last. */
  readonly argvs: (readonly string[])[] = []
  isRunning = false
  #onCommandEnd: (code: number) => void = () => undefined

  constructor(spec: SandboxSpec, size: { cols: number; rows: number }) {
    super(spec, size, 0)
  }

  run(argv: readonly [string, ...string[]]) {
    if (this.isRunning) throw new Error('A program is still running.')
    this.isRunning = true
    this.argvs.push(argv)
  }

  override write(data: Uint8Array): boolean {
    return this.isRunning && super.write(data)
  }

  onCommandEnd(listener: (code: number) => void) {
    this.#onCommandEnd = listener
  }

  endCommand(code: number) {
    this.isRunning = false
    this.#onCommandEnd(code)
  }

  override end(exit: SandboxExit) {
    this.isRunning = false
    super.end(exit)
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
