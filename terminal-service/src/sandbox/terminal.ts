// A program on a PTY inside a sandbox: bytes out, bytes in, one end.
import { chownSync } from 'node:fs'
import { endMarkScanner } from './end-mark.ts'
import { withCpuTime } from './exit.ts'
import type { Launch } from './launch.ts'
import { makeNice } from './niceness.ts'
import { createOutput } from './output.ts'
import { usageOf } from './process-tree.ts'
import { spawnPty } from './pty.ts'
import { createPtyWriter } from './pty-writer.ts'
import { endSandbox } from './teardown.ts'
import type { SandboxExit, SandboxTerminal } from './types.ts'

/** A size that every program can live with, whatever was asked for. */
const bounded = (cells: number): number =>
  Number.isFinite(cells) ? Math.min(Math.max(Math.trunc(cells), 1), MAX_CELLS) : 1

const MAX_CELLS = 1000

const SIGNALS: Record<number, string> = { 1: 'SIGHUP', 9: 'SIGKILL', 15: 'SIGTERM' }

export type OpenedTerminal = {
  terminal: SandboxTerminal
  pid: number
  /** Remembers why the sandbox is about to be killed, for the exit. */
  setExceeded: (reason: NonNullable<SandboxExit['exceeded']>) => void
  /** `false` from the end of the program, or of the wish to keep it, on. */
  isOpen: () => boolean
  /** Forgets input that is queued and has not reached the terminal. */
  dropInput: () => void
}

/** `onGone` runs once, when the last process has ended and the descriptor is closed. */
export const openPty = (
  launch: Launch,
  {
    mark,
    size,
    owner,
    explain = (made) => made,
    onGone,
  }: {
    mark: string
    size: { cols: number; rows: number }
    /** Host user to whom the terminal belongs, so that programs can open it again as /dev/stderr. */
    owner?: number | undefined
    /** Adds what only the sandbox's owner knows of its end. */
    explain?: (exit: SandboxExit) => SandboxExit
    onGone: () => void
  },
): OpenedTerminal => {
  const scanner = endMarkScanner(mark)
  const output = createOutput()
  const exitListeners = new Set<(exit: SandboxExit) => void>()
  let exit: SandboxExit | undefined
  let exceeded: SandboxExit['exceeded']
  let hasPtyEnded = false
  let ending: Promise<void> | undefined
  let onPtyEnd: (() => void) | undefined

  const finish = (made: SandboxExit) => {
    if (exit) return
    exit = explain({ ...withCpuTime(made), ...(exceeded ? { exceeded } : {}) })
    for (const listener of exitListeners) listener(exit)
  }

  const onRead = (chunk: Buffer) => {
    if (exit) return
    const { output: data, exitCode } = scanner.push(chunk)
    output.emit(data)
    if (exitCode !== undefined) finish({ code: exitCode, signal: null })
  }
  const pty = spawnPty(
    launch.file,
    launch.args,
    {
      name: 'xterm-256color',
      cwd: '/',
      env: launch.env,
      cols: bounded(size.cols),
      rows: bounded(size.rows),
    },
    onRead,
  )
  makeNice(pty.pid)
  if (owner !== undefined) chownSync(pty.ptsName, owner, owner)
  const writer = createPtyWriter(pty.fd)

  pty.onExit(({ exitCode, signal }) => {
    hasPtyEnded = true
    onPtyEnd?.()
    if (!exit) output.emit(scanner.flush())
    finish({
      code: signal ? null : exitCode,
      signal: signal ? (SIGNALS[signal] ?? `SIG${signal}`) : null,
    })
  })

  const end = async () => {
    await writer.close()
    // A paused terminal would never tell that it has ended.
    pty.resume()
    await endSandbox(pty.pid)
    if (!hasPtyEnded) {
      await new Promise<void>((resolve) => {
        onPtyEnd = resolve
      })
    }
    pty.destroy()
    onGone()
  }

  const isOpen = () => exit === undefined && ending === undefined
  const terminal: SandboxTerminal = {
    onData: output.onData,
    onExit: (listener) => {
      if (exit) listener(exit)
      else exitListeners.add(listener)
    },
    write: (data) => isOpen() && writer.write(data),
    resize: (cols, rows) => {
      if (isOpen()) pty.resize(bounded(cols), bounded(rows))
    },
    pause: () => {
      if (isOpen()) pty.pause()
    },
    resume: () => {
      if (isOpen()) pty.resume()
    },
    usage: () => (isOpen() ? usageOf(pty.pid) : undefined),
    kill: () => {
      ending ??= end()
      return ending
    },
  }
  return {
    terminal,
    pid: pty.pid,
    isOpen,
    dropInput: writer.drop,
    setExceeded: (reason) => {
      exceeded = reason
    },
  }
}
