// The built terminal service in a process of its own, with an archive to launch; owns both and the state folder.
import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { packFiles, startArchiveServer } from '@shellfolio/terminal-service/testing'
import { buildOne, outdatedBuilds } from '../../../scripts/lib/builds.mjs'
import { TERMINAL_NODE_FLAGS } from '../../../scripts/lib/node-flags.mjs'
import { ROOT } from '../../../scripts/lib/paths.mjs'
import { freePort } from '../../../scripts/lib/ports.mjs'
import { eventually } from '../../support/eventually.ts'
import type { OursSpec } from './ours.ts'

const START_TIMEOUT_MS = 30_000
const STOP_TIMEOUT_MS = 20_000
/** The largest scenario has 300 sessions. */
const CAPACITY = 320
const MAX_LOG_CHARS = 4000

export type BenchService = {
  spec: OursSpec
  /** The last of what it logged. */
  log: () => string
  stop: () => Promise<void>
}

/** `BENCH_SERVICE` names another build, to compare two; otherwise ours is built when its sources have changed. */
const program = async (): Promise<string> => {
  const given = process.env.BENCH_SERVICE
  if (given !== undefined) return given
  if (outdatedBuilds().includes('terminal-service')) await buildOne('terminal-service')
  return join(ROOT, 'terminal-service/dist/main.mjs')
}

/** With `BENCH_PROFILE=folder` the service leaves a CPU profile there when it ends. */
const nodeOptions = () => {
  const folder = process.env.BENCH_PROFILE
  return folder === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${folder}`]
}

const ended = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null

const stopChild = async (child: ChildProcess) => {
  if (ended(child)) return
  child.kill('SIGTERM')
  const hasEnded = eventually('the service has ended', () => ended(child), STOP_TIMEOUT_MS)
  await hasEnded.catch(() => child.kill('SIGKILL'))
}

/** @throws {Error} with the service's log when it does not become ready */
export const startService = async (): Promise<BenchService> => {
  const file = await program()
  const stateDir = await mkdtemp(join(tmpdir(), 'shellfolio-bench-'))
  await chmod(stateDir, 0o755)
  const archives = await startArchiveServer()
  const archive = archives.add(await packFiles({ 'bench/README': 'The project of the bench.\n' }))
  const grantKey = randomBytes(32).toString('hex')
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const child = spawn(process.execPath, [...TERMINAL_NODE_FLAGS, ...nodeOptions(), file], {
    stdio: ['ignore', 'pipe', 'pipe'],
    // The kernel may share processors out by session: the service has one of its own wherever it runs for visitors.
    detached: true,
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'production',
      TERMINAL_PORT: String(port),
      TERMINAL_GRANT_KEY: grantKey,
      TERMINAL_STATE_DIR: stateDir,
      TERMINAL_CAPACITY: String(CAPACITY),
      TERMINAL_ARCHIVE_ORIGIN: archives.origin,
    },
  })
  let log = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (data) => {
      log = `${log}${data}`.slice(-MAX_LOG_CHARS)
    })
  }
  const stop = async () => {
    await stopChild(child)
    await archives.close()
    await rm(stateDir, { recursive: true, force: true })
  }
  const isReady = async () => {
    if (ended(child)) throw new Error('The terminal service ended.')
    const response = await fetch(`${url}/healthz`).catch(() => undefined)
    const health = (await response?.json()) as { status?: string } | undefined
    return health?.status === 'ok'
  }
  try {
    await eventually('the service and its sandbox are ready', isReady, START_TIMEOUT_MS)
  } catch (error) {
    await stop()
    throw new Error(`${(error as Error).message}\n${log}`)
  }
  const { pid } = child
  if (pid === undefined) throw new Error('The service has no process.')
  return { spec: { name: 'ours', url, pid, grantKey, archive }, log: () => log, stop }
}
