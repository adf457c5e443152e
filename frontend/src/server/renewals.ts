// Does what a message of a change asks for: renders the pages that it is about, and then, behind the answer, those that show a
// part of it. server.ts owns it; the webhook, in Next's bundle, finds it through globalThis.
import { LIMITS } from '../limits.ts'
import type { Touched } from '../revalidation.ts'
import { type Render, renderAgain, renderAnew } from './render-again.ts'
import { announceChange, beginChange } from './replicas/shared.ts'

/** `render`: of pages that must be new. `renew`: of pages that nobody may have visited yet. */
export type Work = { touched: () => Promise<Touched>; render: Render; renew: Render }

export type Renewals = {
  /**
   * Resolves to the paths that were rendered, or to null when one could not be: then it shall come again. The rest waits its
   * turn. A copy, by its id, of a message that is being worked on gets the same answer. Never rejects.
   */
  start: (id: string, work: Work) => Promise<string[] | null>
  /** Lets go of what waits; resolves when nothing of it is being rendered. It is old, and rendered at its next visit. */
  close: () => Promise<void>
}

export type RenewalsOptions = { log?: (line: string) => void; retryMs?: number }

/** `ids`: messages that wait for it. */
type Job = { render: Render; ids: Set<string>; tries: number }

export const createRenewals = ({
  log = (line) => console.error(line),
  retryMs = LIMITS.renewals.retryMs,
}: RenewalsOptions = {}): Renewals => {
  const messages = new Map<string, Promise<string[] | null>>()
  /** How many pages each message still waits for. */
  const left = new Map<string, number>()
  const waiting = new Map<string, Job>()
  /** Failed, and tried again after a pause. */
  const later = new Map<string, Job>()
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> | undefined
  let isClosed = false

  const settle = (ids: Iterable<string>) => {
    for (const id of ids) {
      const count = (left.get(id) ?? 0) - 1
      if (count > 0) left.set(id, count)
      else {
        left.delete(id)
        messages.delete(id)
      }
    }
  }

  const put = (path: string, job: Job) => {
    const other = waiting.get(path)
    if (!other) waiting.set(path, job)
    else for (const id of job.ids) other.ids.add(id)
  }

  /** Returns whether the page was given up. */
  const renew = async (path: string, job: Job): Promise<boolean> => {
    try {
      await renderAnew(path, job.render)
    } catch {
      const tries = job.tries + 1
      if (tries < LIMITS.renewals.tries) {
        later.set(path, { ...job, tries })
        return false
      }
      settle(job.ids)
      return true
    }
    settle(job.ids)
    return false
  }

  const run = async () => {
    let givenUp = 0
    const work = async () => {
      // What is added meanwhile is come to as well.
      for (const [path, job] of waiting) {
        waiting.delete(path)
        if (await renew(path, job)) givenUp += 1
      }
    }
    await Promise.all(Array.from({ length: LIMITS.renewals.atOnce }, work))
    await announceChange()
    if (givenUp > 0)
      log(`${givenUp} pages could not be rendered again. Each is tried at its next visit.`)
  }

  const wake = () => {
    if (isClosed || running || waiting.size === 0) return
    running = run().finally(() => {
      running = undefined
      if (later.size > 0 && !isClosed) timer ??= setTimeout(retry, retryMs)
      wake()
    })
  }
  const retry = () => {
    timer = undefined
    for (const [path, job] of later) put(path, job)
    later.clear()
    wake()
  }

  const enqueue = (id: string, rest: readonly string[], render: Render) => {
    const room = Math.max(0, LIMITS.renewals.maxWaiting - waiting.size - later.size)
    const taken = rest.slice(0, room)
    if (taken.length < rest.length)
      log(`${rest.length - taken.length} pages are rendered again at their next visit only.`)
    if (taken.length > 0) left.set(id, taken.length)
    for (const path of taken) put(path, { render, ids: new Set([id]), tries: 0 })
    wake()
  }

  const apply = async (id: string, { touched, render, renew: renewOne }: Work) => {
    const { first, rest } = await touched()
    if (first.length > 0) await beginChange()
    const failed = await renderAgain(first, render)
    await announceChange()
    if (failed.length > 0 || isClosed) return null
    enqueue(id, rest, renewOne)
    return first
  }

  return {
    start: async (id, work) => {
      if (isClosed) return null
      const other = messages.get(id)
      if (other) return other
      const message = apply(id, work).catch(() => null)
      messages.set(id, message)
      const done = await message
      if (!left.has(id)) messages.delete(id)
      return done
    },
    close: async () => {
      isClosed = true
      clearTimeout(timer)
      waiting.clear()
      later.clear()
      await running
    },
  }
}

const KEY = Symbol.for('shellfolio.renewals')
const holder = globalThis as { [KEY]?: Renewals | undefined }

/** Undefined before the process has started and once it ends. */
export const renewals = (): Renewals | undefined => holder[KEY]

export const shareRenewals = (opened: Renewals | undefined): void => {
  holder[KEY] = opened
}
