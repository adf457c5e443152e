// Replicas of a CMS and terminal services as processes of their own, which a test may kill.
import { type ChildProcess, execFileSync, fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { eventually } from '../eventually.ts'
import type { CmsSettings } from './cms-process.ts'

const START_TIMEOUT_MS = 60_000
const ENV = { PATH: process.env.PATH, NODE_ENV: 'production' } as const
const fileOf = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export type Process = {
  url: string
  pid: number
  /** As a machine that loses its power: no last word. */
  kill: () => Promise<void>
  stop: () => Promise<void>
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess) =>
  exitCode !== null || signalCode !== null

const end = async (child: ChildProcess, signal: NodeJS.Signals) => {
  if (hasEnded(child)) return
  const exited = once(child, 'exit')
  child.kill(signal)
  await exited
}

const processOf = (child: ChildProcess, url: string): Process => ({
  url,
  pid: child.pid ?? 0,
  kill: () => end(child, 'SIGKILL'),
  stop: () => end(child, 'SIGTERM'),
})

/** Processes below `pid`, by id. */
export const below = (pid: number): number[] => {
  const rows = execFileSync('ps', ['-eo', 'pid=,ppid='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
  const under = (parent: number): number[] =>
    rows.flatMap(([child = 0, of]) => (of === parent ? [child, ...under(child)] : []))
  return under(pid)
}

export const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

const SOURCES = ['--import', 'tsx']

/** Runs a program of the tests. Resolves when it has told the port on which it listens. */
export const forkServer = async (path: string, env: Record<string, string>): Promise<Process> => {
  const child = fork(path, [], {
    execArgv: [
      '--conditions=production',
      '--no-deprecation',
      ...(path.endsWith('.ts') ? SOURCES : []),
    ],
    env: { ...ENV, ...env },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const [port] = await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(() => Promise.reject(new Error('The CMS did not start.'))),
  ])
  return processOf(child, `http://127.0.0.1:${port}`)
}

export const startCms = (settings: CmsSettings): Promise<Process> =>
  forkServer(fileOf('cms-process.ts'), { CMS_SETTINGS: JSON.stringify(settings) })

/** One more replica of the CMS as it was built. `env`: its whole environment. Resolves when it answers. */
export const startBuiltCms = async (
  root: string,
  env: Record<string, string>,
  nodeOptions: string[] = [],
): Promise<Process> => {
  const child = spawn(process.execPath, [...nodeOptions, 'dist/server.mjs'], {
    cwd: join(root, 'cms'),
    env: env as NodeJS.ProcessEnv,
    stdio: 'ignore',
  })
  const url = `http://127.0.0.1:${env.CMS_PORT}`
  const isReady = async () => {
    if (hasEnded(child)) throw new Error('The CMS did not start.')
    return (await fetch(`${url}/healthz`).catch(() => undefined))?.ok === true
  }
  await eventually('the CMS answers', isReady, START_TIMEOUT_MS)
  return processOf(child, url)
}

export type ServiceSettings = {
  port: number
  stateDir: string
  grantKey: string
  capacity: number
  archiveOrigins: string[]
  announceTo: string
}

export const makeStateDir = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'shellfolio-fleet-'))
  await chmod(folder, 0o755)
  return folder
}

export const removeStateDir = (folder: string): Promise<void> =>
  rm(folder, { recursive: true, force: true })

/** Resolves when it could run a session. */
export const startService = async (settings: ServiceSettings): Promise<Process> => {
  const { port, stateDir, grantKey, capacity, archiveOrigins, announceTo } = settings
  const url = `http://127.0.0.1:${port}`
  const main = fileOf('../../../terminal-service/src/main.ts')
  const child = spawn(process.execPath, ['--no-deprecation', '--import', 'tsx', main], {
    env: {
      ...ENV,
      TERMINAL_PORT: String(port),
      TERMINAL_GRANT_KEY: grantKey,
      TERMINAL_STATE_DIR: stateDir,
      TERMINAL_CAPACITY: String(capacity),
      TERMINAL_ARCHIVE_ORIGIN: archiveOrigins.join(),
      TERMINAL_ANNOUNCE_URL: announceTo,
      TERMINAL_ADVERTISED_URL: url,
      LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  const isReady = async () => {
    if (hasEnded(child)) throw new Error('The terminal service did not start.')
    const response = await fetch(`${url}/healthz`).catch(() => undefined)
    return ((await response?.json()) as { status?: string } | undefined)?.status === 'ok'
  }
  await eventually('the service and its sandbox are ready', isReady, START_TIMEOUT_MS)
  return processOf(child, url)
}
