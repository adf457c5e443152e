// The site as it was built, as a process of its own before any CMS, with its log and a clock that a test moves.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { freePort } from '../../scripts/lib/ports.mjs'
import { eventually } from './eventually.ts'

const FRONTEND = fileURLToPath(new URL('../../frontend', import.meta.url))
const CLOCK = new URL('moving-clock.mjs', import.meta.url).href
const START_MS = 60_000

export const WEBHOOK_KEY = 'k'.repeat(40)

export type BuiltSite = {
  url: string
  pid: number
  /** From the start of the process to its first answer, in milliseconds. */
  startMs: number
  /** What it printed so far. */
  log: () => string
  /** Its clock jumps, if it was started so that it can. Resolves when it has. */
  moveClock: (ms: number) => Promise<void>
  stop: () => Promise<void>
}

const isUp = (url: string) =>
  fetch(`${url}/readyz`).then(
    async (response) => {
      await response.arrayBuffer()
      return response.ok
    },
    () => false,
  )

/** @throws {Error} when the site is not ready in time */
export const startBuiltSite = async (
  cmsUrl: string,
  { hasMovingClock = false } = {},
): Promise<BuiltSite> => {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const begun = performance.now()
  const flags = hasMovingClock ? ['--import', CLOCK] : []
  const child = spawn(process.execPath, [...flags, 'dist/server.mjs'], {
    cwd: FRONTEND,
    env: {
      PATH: process.env.PATH ?? '',
      NODE_ENV: 'production',
      SITE_PORT: String(port),
      SITE_URL: url,
      CMS_URL: cmsUrl,
      CMS_INTERNAL_URL: cmsUrl,
      WEBHOOK_KEY,
    } as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      printed += chunk
    })
  }
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null
  const stop = async () => {
    if (hasEnded()) return
    const exited = once(child, 'exit')
    child.kill('SIGTERM')
    await exited
  }
  const isReady = () => {
    if (hasEnded()) throw new Error(`The site did not start:\n${printed}`)
    return isUp(url)
  }
  try {
    await eventually('the site is ready', isReady, START_MS)
  } catch (error) {
    await stop()
    throw error
  }
  return {
    url,
    pid: child.pid ?? 0,
    startMs: performance.now() - begun,
    log: () => printed,
    moveClock: async (ms) => {
      const moved = once(child, 'message')
      child.send(ms)
      await moved
    },
    stop,
  }
}
