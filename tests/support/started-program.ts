// One of our start scripts as a process: what it prints, how it ends, and whether its servers answer.
import { type ChildProcess, spawn } from 'node:child_process'
import { resolve } from 'node:path'

const ROOT = resolve(import.meta.dirname, '../..')

export type Started = {
  child: ChildProcess
  output: () => string
  /** Its exit code, once it has ended. */
  ended: Promise<number | null>
}

/** Runs `script`, a path inside the repository, with `env` and nothing else of this process but where programs are. */
export const startProgram = (script: string, env: Record<string, string>): Started => {
  const { PATH, HOME } = process.env
  const child = spawn(process.execPath, [script], {
    cwd: ROOT,
    env: { NODE_ENV: 'production', PATH, HOME, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  const keep = (chunk: Buffer) => {
    text += chunk
  }
  child.stdout.on('data', keep)
  child.stderr.on('data', keep)
  const ended = new Promise<number | null>((done) => child.on('close', done))
  return { child, output: () => text, ended }
}

/** Whether something speaks HTTP on that port of this machine. */
export const isOpen = async (port: number): Promise<boolean> => {
  try {
    await fetch(`http://127.0.0.1:${port}/healthz`)
    return true
  } catch {
    return false
  }
}
