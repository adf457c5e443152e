// Busy or flooding sessions in a process of their own, so that their cost is not the measuring client's.
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { LoadKind } from './shell.ts'
import type { SystemSpec } from './systems.ts'

const STOP_TIMEOUT_MS = 30_000

export type LoadOrder = { spec: SystemSpec; kind: LoadKind; sessions: number }
/** `ready`: all sessions run their program. `failed`: why they do not. */
export type LoadNews = { is: 'ready' } | { is: 'failed'; why: string }

export type Load = { stop: () => Promise<void> }

const firstNews = (child: ChildProcess): Promise<LoadNews> =>
  new Promise((resolve) => {
    child.once('message', (news) => resolve(news as LoadNews))
    child.once('exit', (code) => resolve({ is: 'failed', why: `it ended with ${code}` }))
  })

/** Resolves when the load is there. @throws {Error} when it cannot be made */
export const startLoad = async (order: LoadOrder): Promise<Load> => {
  const child = fork(fileURLToPath(new URL('load-process.ts', import.meta.url)))
  const news = firstNews(child)
  child.send(order)
  const stop = async () => {
    if (child.exitCode !== null) return
    const exited = once(child, 'exit')
    const timer = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS)
    if (child.connected) child.disconnect()
    await exited
    clearTimeout(timer)
  }
  const first = await news
  if (first.is === 'ready') return { stop }
  await stop()
  throw new Error(`No load of ${order.sessions} ${order.kind} sessions: ${first.why}`)
}
