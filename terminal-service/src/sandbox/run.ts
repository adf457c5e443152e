// A program without a terminal inside a sandbox: collects what it writes, within bounds of time and size.
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Duplex } from 'node:stream'
import { withCpuTime } from './exit.ts'
import type { Launch } from './launch.ts'
import { LIFELINE_FD } from './launcher-script.ts'
import { makeNice } from './niceness.ts'
import { endSandbox } from './teardown.ts'
import type { SandboxExit, SandboxRun } from './types.ts'

export type RunBounds = {
  timeoutMs: number
  maxStdoutBytes: number
  maxLogBytes: number
  stdin?: Buffer | undefined
}

/**
 * `onStart` hears the process id and how to end it for a reason of its own.
 * @throws what `end` throws when it cannot: nobody waits for what does not end
 */
export const runToEnd = async (
  launch: Launch,
  bounds: RunBounds,
  onStart: (
    pid: number,
    stop: (reason: NonNullable<SandboxExit['exceeded']>) => Promise<void>,
  ) => void,
  end: (pid: number) => Promise<void> = endSandbox,
): Promise<SandboxRun> => {
  const child = spawn(launch.file, launch.args, {
    cwd: '/',
    // A session of its own: an interrupt typed at the service's terminal is not for it.
    detached: true,
    env: launch.env as NodeJS.ProcessEnv,
    stdio: ['pipe', 'pipe', 'pipe', 'ignore', 'ignore', 'pipe'],
  }) as ChildProcessWithoutNullStreams
  const { pid } = child
  const lifeline = (child.stdio as readonly unknown[])[LIFELINE_FD] as Duplex | undefined
  lifeline?.on('error', () => undefined)
  // Read, so that its end is noticed; nothing is ever written to it.
  lifeline?.resume()
  // Not on the program's exit alone: what carries its last output must not be killed before it has delivered it.
  const delivered = [once(child, 'exit'), once(child.stdout, 'close'), once(child.stderr, 'close')]
  void Promise.all(delivered)
    .catch(() => undefined)
    .finally(() => lifeline?.destroy())
  const closed = new Promise<SandboxExit>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code, signal) => resolve(withCpuTime({ code, signal })))
  })
  if (pid === undefined) {
    await closed
    throw new Error('The launcher did not start.')
  }
  makeNice(pid)
  let exceeded: SandboxExit['exceeded']
  let ending: Promise<void> | undefined
  let giveUp: (error: unknown) => void = () => undefined
  const stuck = new Promise<never>((_, reject) => {
    giveUp = reject
  })
  const stop = (reason: NonNullable<SandboxExit['exceeded']>): Promise<void> => {
    exceeded ??= reason
    if (!ending) {
      ending = end(pid).finally(() => lifeline?.destroy())
      ending.catch(giveUp)
    }
    return ending
  }
  const timer = setTimeout(() => void stop('time'), bounds.timeoutMs)
  const stdout: Buffer[] = []
  let stdoutBytes = 0
  child.stdout.on('data', (chunk: Buffer) => {
    stdoutBytes += chunk.length
    if (stdoutBytes > bounds.maxStdoutBytes) void stop('output')
    else stdout.push(chunk)
  })
  let log = Buffer.alloc(0)
  child.stderr.on('data', (chunk: Buffer) => {
    log = Buffer.concat([log, chunk]).subarray(-bounds.maxLogBytes)
  })
  // A program may end without reading its input.
  child.stdin.on('error', () => undefined)
  child.stdin.end(bounds.stdin)
  onStart(pid, stop)
  try {
    const exit = await Promise.race([closed, stuck])
    await ending
    return {
      exit: { ...exit, ...(exceeded ? { exceeded } : {}) },
      stdout: Buffer.concat(stdout),
      log: log.toString('utf8'),
    }
  } finally {
    clearTimeout(timer)
  }
}
