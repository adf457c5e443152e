// Projects ready to be copied into a sandbox: made once, shared by every launch, the least recently used dropped first.
import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { SessionGrant, Stage } from '@shellfolio/protocol'
import {
  BUILD_FAILURE_TTL_MS,
  MAX_BUILDS,
  MAX_WORKSPACES,
  MAX_WORKSPACES_BYTES,
} from '../limits.ts'
import type { SandboxHost } from '../sandbox/types.ts'
import { fetchArchive } from './fetch-archive.ts'
import { Gate } from './gate.ts'
import { assertWorkdir, buildProject, unpackProject } from './prepare.ts'
import { type Lease, WorkspaceError, type WorkspaceStore } from './types.ts'

type Order = Pick<SessionGrant, 'archive' | 'demo'>
type Kept = { bytes: number; usedMs: number; leases: number }
type Making = { done: Promise<void>; stage: Stage; listeners: Set<(stage: Stage) => void> }

export type StoreOptions = {
  stateDir: string
  host: SandboxHost
  archiveOrigin: string
  maxWorkspaces?: number
  maxBytes?: number
  failureTtlMs?: number
}

/** Everything that decides what a built project looks like. */
export const workspaceKey = ({ archive, demo }: Order): string =>
  createHash('sha256')
    .update(JSON.stringify([archive.sha256, demo.build, demo.toolchain]))
    .digest('hex')

const isKey = (name: string) => /^[0-9a-f]{64}$/.test(name)

class DiskWorkspaces implements WorkspaceStore {
  readonly #options: StoreOptions
  readonly #kept = new Map<string, Kept>()
  readonly #making = new Map<string, Making>()
  readonly #failed = new Map<string, { error: WorkspaceError; untilMs: number }>()
  readonly #builds = new Gate(MAX_BUILDS)
  readonly #closing = new AbortController()

  constructor(options: StoreOptions) {
    this.#options = options
  }

  #path(...names: string[]): string {
    return join(this.#options.stateDir, ...names)
  }

  #template(key: string): string {
    return this.#path('workspaces', key, 'template')
  }

  /** Takes over what an earlier process finished; what it left half done is removed. */
  async open(): Promise<void> {
    await rm(this.#path('staging'), { recursive: true, force: true })
    await mkdir(this.#path('staging'), { recursive: true })
    await mkdir(this.#path('workspaces'), { recursive: true })
    for (const name of await readdir(this.#path('workspaces'))) {
      const bytes = Number(
        await readFile(this.#path('workspaces', name, 'bytes'), 'utf8').catch(() => Number.NaN),
      )
      if (!isKey(name) || !Number.isSafeInteger(bytes)) {
        await rm(this.#path('workspaces', name), { recursive: true, force: true })
        continue
      }
      const { mtimeMs } = await stat(this.#path('workspaces', name))
      this.#kept.set(name, { bytes, usedMs: mtimeMs, leases: 0 })
    }
  }

  async acquire(order: Order, onStage: (stage: Stage) => void): Promise<Lease> {
    const key = workspaceKey(order)
    if (!this.#kept.has(key)) await this.#make(key, order, onStage)
    const kept = this.#kept.get(key)
    if (!kept) throw new WorkspaceError('archive-failed', 'The project is no longer there.')
    kept.leases += 1
    kept.usedMs = Date.now()
    let isHeld = true
    const release = () => {
      if (isHeld) kept.leases -= 1
      isHeld = false
    }
    try {
      await utimes(this.#path('workspaces', key), new Date(), new Date())
      await assertWorkdir(this.#template(key), order.demo.workdir)
      return { template: this.#template(key), release }
    } catch (error) {
      release()
      throw error
    }
  }

  async dispose(): Promise<void> {
    this.#closing.abort()
    await Promise.allSettled([...this.#making.values()].map(({ done }) => done))
  }

  async #make(key: string, order: Order, onStage: (stage: Stage) => void): Promise<void> {
    if (this.#closing.signal.aborted)
      throw new WorkspaceError('archive-failed', 'The service is stopping.')
    const failure = this.#failed.get(key)
    if (failure && failure.untilMs > performance.now()) throw failure.error
    this.#failed.delete(key)
    const making = this.#making.get(key) ?? this.#begin(key, order)
    making.listeners.add(onStage)
    onStage(making.stage)
    try {
      await making.done
    } finally {
      making.listeners.delete(onStage)
    }
  }

  #begin(key: string, order: Order): Making {
    const making: Making = { stage: 'archive', listeners: new Set(), done: Promise.resolve() }
    const atStage = (stage: Stage) => {
      making.stage = stage
      for (const listener of making.listeners) listener(stage)
    }
    making.done = this.#produce(key, order, atStage)
      .catch((error) => this.#remember(key, error))
      .finally(() => this.#making.delete(key))
    this.#making.set(key, making)
    return making
  }

  /** Launches of a project that does not build must not become a load. */
  #remember(key: string, error: unknown): never {
    const ttlMs = this.#options.failureTtlMs ?? BUILD_FAILURE_TTL_MS
    const nowMs = performance.now()
    for (const [old, { untilMs }] of this.#failed) if (untilMs <= nowMs) this.#failed.delete(old)
    if (error instanceof WorkspaceError && error.reason === 'build-failed') {
      this.#failed.set(key, { error, untilMs: nowMs + ttlMs })
    }
    throw error
  }

  async #produce(key: string, { archive, demo }: Order, atStage: (stage: Stage) => void) {
    const { host, archiveOrigin } = this.#options
    const staging = this.#path('staging', randomUUID())
    const template = join(staging, 'template')
    try {
      const source = await fetchArchive(archive, {
        origin: archiveOrigin,
        signal: this.#closing.signal,
      })
      let bytes = await unpackProject({ source, format: archive.format }, template)
      if (demo.build.trim() !== '') {
        atStage('build')
        bytes = await this.#builds.run(() => buildProject(host, demo, template))
      }
      await writeFile(join(staging, 'bytes'), String(bytes))
      await rename(staging, this.#path('workspaces', key))
      this.#kept.set(key, { bytes, usedMs: Date.now(), leases: 0 })
      await this.#evict(key)
    } finally {
      await rm(staging, { recursive: true, force: true })
    }
  }

  async #evict(spared: string): Promise<void> {
    const { maxWorkspaces = MAX_WORKSPACES, maxBytes = MAX_WORKSPACES_BYTES } = this.#options
    const isOver = () => {
      const bytes = [...this.#kept.values()].reduce((sum, kept) => sum + kept.bytes, 0)
      return this.#kept.size > maxWorkspaces || bytes > maxBytes
    }
    const oldestFirst = [...this.#kept].sort(([, a], [, b]) => a.usedMs - b.usedMs)
    for (const [key, { leases }] of oldestFirst) {
      if (!isOver()) return
      if (key === spared || leases > 0) continue
      this.#kept.delete(key)
      // Moved first: a launch that makes it anew must not meet half of the old one.
      const trash = this.#path('staging', randomUUID())
      await rename(this.#path('workspaces', key), trash)
      await rm(trash, { recursive: true, force: true })
    }
  }
}

/** Opens the store under `stateDir`, which belongs to this process alone. */
export const openWorkspaces = async (options: StoreOptions): Promise<WorkspaceStore> => {
  const store = new DiskWorkspaces(options)
  await store.open()
  return store
}
