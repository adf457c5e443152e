// Keeps two processes from working in one state folder: a file that names its holder, taken over once the holder is gone.
import { randomUUID } from 'node:crypto'
import { link, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

const holderSchema = z.object({
  pid: z.number().int().positive(),
  /** Ticks since boot; empty where there is no /proc, and then the number alone has to do. */
  startedAt: z.string(),
  bootId: z.string(),
})
type Holder = z.output<typeof holderSchema>

/** Field 22 of /proc/<pid>/stat, counted behind the program's name, which may hold anything. */
const START_TIME_FIELD = 19

export class StateFolderBusy extends Error {
  override readonly name = 'StateFolderBusy'
}

const textOf = (path: string) => readFile(path, 'utf8').catch(() => '')

const startOf = async (pid: number): Promise<string> => {
  const stat = await textOf(`/proc/${pid}/stat`)
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[START_TIME_FIELD] ?? ''
}

const thisProcess = async (): Promise<Holder> => ({
  pid: process.pid,
  startedAt: await startOf(process.pid),
  bootId: (await textOf('/proc/sys/kernel/random/boot_id')).trim(),
})

const exists = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

const isAlive = async (holder: Holder, { bootId }: Holder): Promise<boolean> =>
  holder.bootId === bootId && exists(holder.pid) && (await startOf(holder.pid)) === holder.startedAt

/** A file that nobody could have written this way counts as left behind. */
const parse = (text: string): Holder | undefined => {
  try {
    return holderSchema.parse(JSON.parse(text))
  } catch {
    return undefined
  }
}

/** `false` when there is a lock already. A link appears with its content: nobody reads half of it. */
const place = (own: string, lock: string): Promise<boolean> =>
  link(own, lock).then(
    () => true,
    (error) => {
      if (error.code === 'EEXIST') return false
      throw error
    },
  )

const replace = async (own: string, lock: string): Promise<boolean> => {
  await rm(lock, { force: true })
  return place(own, lock)
}

const busy = (stateDir: string, holder: Holder | undefined) =>
  new StateFolderBusy(
    `${stateDir} is in use by ${holder ? `process ${holder.pid}` : 'another process'}. Each terminal service needs a TERMINAL_STATE_DIR of its own.`,
  )

/** What holds `lock` and lives; `undefined` when it is free or was left behind. */
const holderOf = async (lock: string, me: Holder): Promise<Holder | undefined> => {
  const holder = parse(await textOf(lock))
  return holder && (await isAlive(holder, me)) ? holder : undefined
}

/**
 * Resolves to what gives the folder back. A lock left behind is removed by whoever holds a second one: two that found it
 * stale would otherwise remove each other's. A holder in another container, with process numbers of its own, is not seen.
 * @throws {StateFolderBusy}
 */
export const lockStateFolder = async (stateDir: string): Promise<() => Promise<void>> => {
  const lock = join(stateDir, 'lock')
  const takeover = `${lock}.takeover`
  const own = `${lock}.${randomUUID()}`
  const me = await thisProcess()
  const content = JSON.stringify(me)
  const unlock = async () => {
    if ((await textOf(lock)) === content) await rm(lock, { force: true })
  }
  await writeFile(own, content, { flag: 'wx', mode: 0o644 })
  try {
    if (await place(own, lock)) return unlock
    const holder = await holderOf(lock, me)
    if (holder) throw busy(stateDir, holder)
    if (!(await place(own, takeover))) {
      // Left by one that ended in the middle of this very function.
      const rival = await holderOf(takeover, me)
      if (rival || !(await replace(own, takeover))) throw busy(stateDir, rival)
    }
    try {
      const newer = await holderOf(lock, me)
      if (newer || !(await replace(own, lock))) throw busy(stateDir, newer)
      return unlock
    } finally {
      await rm(takeover, { force: true })
    }
  } finally {
    await rm(own, { force: true })
  }
}
