// Runs our servers as children: log files, health, ordered end, and the ones that a killed start left behind.
import { spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { tail } from './commands.mjs'
import { Failure } from './failure.mjs'
import { ROOT } from './paths.mjs'
import { until } from './until.mjs'

const STOP_TIMEOUT_MS = 15_000

const signalGroup = (pid, signal) => {
  try {
    process.kill(-pid, signal)
    return true
  } catch {
    return false
  }
}

const endGroup = async (pid) => {
  if (!signalGroup(pid, 'SIGTERM')) return
  if (await until(() => !signalGroup(pid, 0), STOP_TIMEOUT_MS)) return
  signalGroup(pid, 'SIGKILL')
}

const isHealthy = async (url) => {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(2000) })
    await response.arrayBuffer()
    return response.ok
  } catch {
    return false
  }
}

/**
 * Owner of the servers of one stack. Each runs in a process group of its own, so that Ctrl-C reaches
 * them through `stop()` in order and not all at once. `runFile` remembers them for the next start.
 */
export const createProcesses = ({ logDir, runFile, onUnexpectedEnd, isEchoing = false }) => {
  const children = []
  let isStopping = false

  const remember = () =>
    writeFileSync(
      runFile,
      JSON.stringify(children.map(({ name, child }) => ({ name, pid: child.pid }))),
    )

  const start = async ({ name, args, cwd, env, healthUrl, timeoutMs }) => {
    const logFile = join(logDir, `${name}.log`)
    const log = openSync(logFile, 'w', 0o600)
    const stdio = ['ignore', isEchoing ? 'pipe' : log, isEchoing ? 'pipe' : log]
    /** @type {import('node:child_process').ChildProcess} */
    const child = spawn(process.execPath, args, { cwd, env, stdio, detached: true })
    closeSync(log)
    if (isEchoing) {
      const echo = (chunk) => process.stdout.write(`${chunk}`.replace(/^(?=.)/gm, `[${name}] `))
      child.stdout.on('data', echo)
      child.stderr.on('data', echo)
    }
    const entry = { name, child, hasEnded: false }
    children.push(entry)
    remember()
    child.on('exit', (code, signal) => {
      entry.hasEnded = true
      if (!isStopping && entry.isUp) onUnexpectedEnd?.({ name, code, signal, logFile })
    })
    const ready = await until(async () => entry.hasEnded || isHealthy(healthUrl), timeoutMs, 100)
    if (!ready || entry.hasEnded) {
      const log = isEchoing ? '(see above)' : tail(readFileSync(logFile, 'utf8'), 20)
      throw new Failure(
        `${name} ${entry.hasEnded ? 'ended while starting' : 'did not become healthy in time'}:\n${log}`,
      )
    }
    entry.isUp = true
    return entry
  }

  const stop = async () => {
    isStopping = true
    for (const { child } of children.reverse()) await endGroup(child.pid)
    children.length = 0
    rmSync(runFile, { force: true })
  }
  return { start, stop }
}

/** Ends servers of this repository that an earlier start, killed hard, left running. */
export const endLeftovers = async (runFile) => {
  if (!existsSync(runFile)) return 0
  let left = []
  try {
    left = JSON.parse(readFileSync(runFile, 'utf8'))
  } catch {
    // A start that was killed while writing: nothing is known, and taken ports will be named.
  }
  let ended = 0
  for (const { pid } of left) {
    if (!isOurs(pid)) continue
    await endGroup(pid)
    ended += 1
  }
  rmSync(runFile, { force: true })
  return ended
}

/** A process id may have been given to a stranger meanwhile: only one that runs our programs is ours. */
const isOurs = (pid) => {
  try {
    const environment = readFileSync(`/proc/${Number(pid)}/environ`, 'utf8')
    return environment.includes(`SHELLFOLIO_ROOT=${ROOT}`)
  } catch {
    return false
  }
}
