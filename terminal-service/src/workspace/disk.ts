// Where projects lie on disk. A workspace appears and goes by one rename each, so that whatever is there is whole.
import { randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { MAX_BUILD_LOG_BYTES, MAX_FAILURE_LOGS } from '../limits.ts'

/** What is known of a workspace beside its files. */
const recordSchema = z.object({
  bytes: z.number().int().nonnegative(),
  /** How long making it took, milliseconds. */
  ms: z.number().nonnegative(),
})
export type WorkspaceRecord = z.output<typeof recordSchema>

/** What was just done. A test that ends the process there sees what the next one makes of it. */
export type Step = 'fetched' | 'unpacked' | 'built' | 'recorded' | 'published' | 'moved-away'

const isKey = (name: string) => /^[0-9a-f]{64}$/.test(name)
const folderOptions = { recursive: true, mode: 0o755 } as const

export class WorkspaceDisk {
  readonly #stateDir: string
  readonly #atStep: (step: Step) => void

  constructor(stateDir: string, atStep: (step: Step) => void) {
    this.#stateDir = stateDir
    this.#atStep = atStep
  }

  #path(...names: string[]): string {
    return join(this.#stateDir, ...names)
  }

  template(key: string): string {
    return this.#path('workspaces', key, 'template')
  }

  /** Path for something in the making; the next start removes what is left there. */
  staging(): string {
    return this.#path('staging', randomUUID())
  }

  /** Removes what an earlier process left half done. Returns what it finished, with the time of the last use. */
  async open(): Promise<Map<string, WorkspaceRecord & { usedMs: number }>> {
    await rm(this.#path('staging'), { recursive: true, force: true })
    for (const name of ['staging', 'workspaces', 'failures']) {
      await mkdir(this.#path(name), folderOptions)
    }
    const found = new Map<string, WorkspaceRecord & { usedMs: number }>()
    for (const name of await readdir(this.#path('workspaces'))) {
      const record = isKey(name) ? await this.#record(name) : undefined
      if (!record) {
        await rm(this.#path('workspaces', name), { recursive: true, force: true })
        continue
      }
      const { mtimeMs } = await stat(this.#path('workspaces', name))
      found.set(name, { ...record, usedMs: mtimeMs })
    }
    return found
  }

  /** Makes `staging`, with its `template/`, the workspace `key`. */
  async publish(
    key: string,
    staging: string,
    record: WorkspaceRecord,
    { log, usedMs }: { log: string; usedMs: number },
  ): Promise<void> {
    await writeFile(join(staging, 'log'), tailOf(log))
    await writeFile(join(staging, 'record.json'), JSON.stringify(record))
    await utimes(staging, usedMs / 1000, usedMs / 1000)
    this.#atStep('recorded')
    await rename(staging, this.#path('workspaces', key))
    this.#atStep('published')
    await rm(this.#path('failures', `${key}.log`), { force: true })
  }

  /** Moved first: neither a launch that makes it anew nor the next start must meet half of it. */
  async drop(key: string): Promise<void> {
    const trash = this.staging()
    await rename(this.#path('workspaces', key), trash)
    this.#atStep('moved-away')
    await rm(trash, { recursive: true, force: true })
  }

  async touch(key: string, usedMs: number): Promise<void> {
    await utimes(this.#path('workspaces', key), usedMs / 1000, usedMs / 1000)
  }

  log(key: string): Promise<string> {
    return readFile(this.#path('workspaces', key, 'log'), 'utf8')
  }

  /** Keeps the log of a build that failed; older ones than `oldestMs` and those that are too many go. */
  async keepFailure(key: string, log: string, oldestMs: number): Promise<void> {
    const written = this.staging()
    await writeFile(written, tailOf(log))
    await rename(written, this.#path('failures', `${key}.log`))
    const logs: { path: string; mtimeMs: number }[] = []
    for (const name of await readdir(this.#path('failures'))) {
      const path = this.#path('failures', name)
      logs.push({ path, mtimeMs: (await stat(path)).mtimeMs })
    }
    logs.sort((a, b) => b.mtimeMs - a.mtimeMs)
    for (const [index, { path, mtimeMs }] of logs.entries()) {
      if (index >= MAX_FAILURE_LOGS || mtimeMs < oldestMs) await rm(path, { force: true })
    }
  }

  async #record(key: string): Promise<WorkspaceRecord | undefined> {
    try {
      const text = await readFile(this.#path('workspaces', key, 'record.json'), 'utf8')
      return recordSchema.parse(JSON.parse(text))
    } catch {
      return undefined
    }
  }
}

const tailOf = (log: string): Buffer => Buffer.from(log).subarray(-MAX_BUILD_LOG_BYTES)
