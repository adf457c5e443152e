// Makes snapshots of screens in one worker thread: parsing is slow, and no keystroke must wait for it.
import { Worker } from 'node:worker_threads'
import { MAX_REPEATS, REPEATING } from '@shellfolio/protocol'
import { z } from 'zod'
import { SNAPSHOT_SCROLLBACK, SNAPSHOT_TIMEOUT_MS } from '../limits.ts'

export type Screen = { cols: number; rows: number; data: Uint8Array }

const answer = z.object({
  id: z.number(),
  screen: z.instanceof(Uint8Array).optional(),
  problem: z.string().optional(),
})

type Waiting = { settle: (screen: Uint8Array | undefined) => void; timer: NodeJS.Timeout }

/** The thread's own heap: one job is a ring of output and one screen. MiB. */
const HEAP_MIB = 128

export class Snapshots {
  readonly #timeoutMs: number
  readonly #waiting = new Map<number, Waiting>()
  #worker: Worker | undefined
  #last = 0

  constructor(timeoutMs = SNAPSHOT_TIMEOUT_MS) {
    this.#timeoutMs = timeoutMs
  }

  /** What a terminal of that size would show after `data`, as output that draws it; `undefined` when that failed. */
  make(screen: Screen): Promise<Uint8Array | undefined> {
    this.#last += 1
    const id = this.#last
    return new Promise((resolve) => {
      const settle = (made: Uint8Array | undefined) => {
        clearTimeout(timer)
        this.#waiting.delete(id)
        resolve(made)
      }
      // One that hangs takes its thread with it; the next job gets a new one.
      const timer = setTimeout(() => void this.#stop(), this.#timeoutMs)
      this.#waiting.set(id, { settle, timer })
      this.#thread().postMessage({ id, ...screen })
    })
  }

  async dispose(): Promise<void> {
    await this.#stop()
  }

  #thread(): Worker {
    if (this.#worker) return this.#worker
    const worker = new Worker(new URL('./snapshot-worker.mjs', import.meta.url), {
      workerData: {
        scrollback: SNAPSHOT_SCROLLBACK,
        repeating: REPEATING,
        maxRepeats: MAX_REPEATS,
      },
      env: {},
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MIB },
    })
    worker.unref()
    worker.on('message', (message: unknown) => {
      const { data } = answer.safeParse(message)
      if (data) this.#waiting.get(data.id)?.settle(data.screen)
    })
    worker.on('error', () => void this.#stop())
    this.#worker = worker
    return worker
  }

  async #stop(): Promise<void> {
    const worker = this.#worker
    this.#worker = undefined
    for (const { settle } of [...this.#waiting.values()]) settle(undefined)
    await worker?.terminate()
  }
}
