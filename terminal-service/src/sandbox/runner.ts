// One terminal on which one program after the other is run, each in a sandbox of its own above one workspace.
import { execFile } from 'node:child_process'
import { closeSync, constants, openSync, rmSync, writeSync } from 'node:fs'
import { promisify } from 'node:util'
import { MAX_ARGV_BYTES, MAX_ARGV_WORDS } from '../limits.ts'
import { endMarkScanner } from './end-mark.ts'
import { createOutput } from './output.ts'
import { MAX_QUEUED_BYTES } from './pty-writer.ts'
import { STARTED } from './runner-script.ts'
import type { OpenedTerminal } from './terminal.ts'
import type { SandboxExit, SandboxRunner, SandboxUsage } from './types.ts'

const NOTHING: SandboxUsage = { memoryBytes: 0, cpuMs: 0, processes: 0 }

export type Fifo = { path: string; write: (data: Buffer) => void; close: () => void }

/** A named pipe that the launcher opens before it changes users; open at both ends here, so that neither waits. */
export const openFifo = async (path: string): Promise<Fifo> => {
  await promisify(execFile)('/usr/bin/mkfifo', ['-m', '600', path])
  const fd = openSync(path, constants.O_RDWR | constants.O_NONBLOCK)
  let isClosed = false
  return {
    path,
    write: (data) => {
      if (isClosed) throw new Error('The runner has ended.')
      writeSync(fd, data)
    },
    close: () => {
      if (isClosed) return
      isClosed = true
      closeSync(fd)
      rmSync(path, { force: true })
    },
  }
}

/** @throws {RangeError} when a bound is exceeded or a word holds the separator */
export const encodeArgv = (argv: readonly string[]): Buffer => {
  if (argv.length === 0 || argv.length > MAX_ARGV_WORDS) {
    throw new RangeError(`A program and its arguments are 1 to ${MAX_ARGV_WORDS} words.`)
  }
  if (argv.some((word) => word.includes('\0'))) throw new RangeError('An argument holds a NUL.')
  const data = Buffer.from(`${argv.length}\n${argv.map((word) => `${word}\0`).join('')}`)
  if (data.length > MAX_ARGV_BYTES) {
    throw new RangeError(`A program and its arguments are at most ${MAX_ARGV_BYTES} bytes.`)
  }
  return data
}

/**
 * `mark` is the runner's own, not the one that ends the terminal. `hasRunOutOfMemory` tells of a program's exit whether the
 * session's memory was the cause: that ends the runner, as it ends a terminal.
 */
export const createRunner = (
  { terminal, isOpen, dropInput, setExceeded }: OpenedTerminal,
  fifo: Pick<Fifo, 'write'>,
  mark: string,
  hasRunOutOfMemory: (exit: SandboxExit) => boolean = () => false,
): SandboxRunner => {
  const scanner = endMarkScanner(mark)
  const { emit, onData } = createOutput()
  const endListeners = new Set<(code: number) => void>()
  let state: 'idle' | 'starting' | 'running' = 'idle'
  /** Typed before the program has started: the runner throws away what is in the terminal by then. */
  let held: Buffer[] = []
  let heldBytes = 0

  const release = () => {
    const waiting = held
    held = []
    heldBytes = 0
    for (const data of waiting) terminal.write(data)
  }
  const commandEnded = (code: number) => {
    state = 'idle'
    dropInput()
    if (!isOpen()) return
    if (hasRunOutOfMemory({ code, signal: null })) {
      setExceeded('memory')
      terminal.kill().catch(() => undefined)
      return
    }
    for (const listener of endListeners) listener(code)
  }

  fifo.write(Buffer.from(`${mark}\n`))
  terminal.onData((chunk) => {
    let next: Uint8Array | undefined = isOpen() ? chunk : undefined
    while (next) {
      const { output, exitCode, rest } = scanner.push(next)
      emit(output)
      if (exitCode === STARTED) {
        state = 'running'
        release()
      } else if (exitCode !== undefined) commandEnded(exitCode)
      next = rest?.length ? rest : undefined
    }
  })

  return {
    onData,
    onCommandEnd: (listener) => {
      endListeners.add(listener)
    },
    onExit: (listener) => {
      terminal.onExit((exit) => {
        emit(scanner.flush())
        listener(exit)
      })
    },
    run: (argv) => {
      if (state !== 'idle') throw new Error('A program is still running.')
      const data = encodeArgv(argv)
      if (!isOpen()) return
      fifo.write(data)
      state = 'starting'
    },
    write: (data) => {
      if (state === 'running') return terminal.write(data)
      if (state === 'idle' || !isOpen() || heldBytes + data.length > MAX_QUEUED_BYTES) return false
      held.push(Buffer.from(data))
      heldBytes += data.length
      return true
    },
    resize: terminal.resize,
    pause: terminal.pause,
    resume: terminal.resume,
    usage: () => (isOpen() ? (terminal.usage() ?? NOTHING) : undefined),
    kill: terminal.kill,
  }
}
