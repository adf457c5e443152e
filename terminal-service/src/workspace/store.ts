// Projects ready to be copied into a sandbox: made once, shared by every launch, the least recently used dropped first.
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { SessionGrant, Stage } from '@shellfolio/protocol'
import { workspaceKey } from '@shellfolio/protocol/workspace-key'
import {
  BUILD_FAILURE_TTL_MS,
  MAX_BUILDS,
  MAX_WORKSPACE_AGE_MS,
  MAX_WORKSPACES,
  MAX_WORKSPACES_BYTES,
} from '../limits.ts'
import type { SandboxHost } from '../sandbox/types.ts'
import { type Step, WorkspaceDisk, type WorkspaceRecord } from './disk.ts'
import { fetchArchive } from './fetch-archive.ts'
import { Gate } from './gate.ts'
import { assertWorkdir, type BuildBounds, buildProject, unpackProject } from './prepare.ts'
import { lockStateFolder } from './state-lock.ts'
import {
  type BuildReport,
  type Lease,
  type Made,
  WorkspaceError,
  type WorkspaceStore,
} from './types.ts'
import { orAborted } from './waiting.ts'

type Order = Pick<SessionGrant, 'archive' | 'demo'>
type OnStage = (stage: Stage) => void
type Kept = WorkspaceRecord & { usedMs: number; leases: number }
/** `kept`: what was leased for it the moment it was made, so that it cannot be evicted before the waiter goes on. */
type Waiter = { onStage: OnStage; kept?: Kept }
type Making = { done: Promise<Kept>; stage: Stage; waiters: Set<Waiter> }
type Failure = { error: WorkspaceError; untilMs: number; ms: number }

export type StoreOptions = {
  stateDir: string
  host: SandboxHost
  /** Archives are fetched from nowhere else. */
  archiveOrigins: readonly string[]
  maxWorkspaces?: number
  maxBytes?: number
  maxAgeMs?: number
  failureTtlMs?: number
  builds?: Partial<BuildBounds>
  /** Wall clock, milliseconds: ages must outlive a restart. */
  now?: () => number
  atStep?: (step: Step) => void
  onMade?: (made: Made) => void
}

class DiskWorkspaces implements WorkspaceStore {
  readonly #options: StoreOptions
  readonly #disk: WorkspaceDisk
  readonly #unlock: () => Promise<void>
  readonly #kept = new Map<string, Kept>()
  readonly #making = new Map<string, Making>()
  readonly #failed = new Map<string, Failure>()
  readonly #builds = new Gate(MAX_BUILDS)
  /** One after the other: a workspace that is evicted and made anew goes before it comes. */
  readonly #moves = new Gate(1)
  readonly #closing = new AbortController()

  constructor(options: StoreOptions, unlock: () => Promise<void>) {
    this.#options = options
    this.#unlock = unlock
    this.#disk = new WorkspaceDisk(options.stateDir, this.#atStep)
  }

  #atStep = (step: Step) => this.#options.atStep?.(step)
  #now = () => this.#options.now?.() ?? Date.now()

  async open(): Promise<void> {
    for (const [key, found] of await this.#disk.open()) this.#kept.set(key, { ...found, leases: 0 })
    await this.#evict()
  }

  get stats() {
    const bytes = [...this.#kept.values()].reduce((sum, kept) => sum + kept.bytes, 0)
    return { workspaces: this.#kept.size, bytes, making: this.#making.size }
  }

  recent(max: number): string[] {
    const newestFirst = [...this.#kept].sort(([, a], [, b]) => b.usedMs - a.usedMs)
    return newestFirst.slice(0, max).map(([key]) => key)
  }

  async acquire(order: Order, onStage: OnStage, signal?: AbortSignal): Promise<Lease> {
    const { key, kept } = await this.#take(order, onStage, signal)
    let isHeld = true
    const release = () => {
      if (isHeld) kept.leases -= 1
      isHeld = false
    }
    try {
      await this.#disk.touch(key, kept.usedMs)
      await assertWorkdir(this.#disk.template(key), order.demo.workdir)
      return { template: this.#disk.template(key), release }
    } catch (error) {
      release()
      throw error
    }
  }

  async build(order: Order, onStage: OnStage): Promise<BuildReport> {
    const key = workspaceKey(order)
    const startedMs = performance.now()
    const known = this.#failure(key)
    try {
      const { kept, cached } = await this.#take(order, onStage)
      try {
        const { bytes, ms } = kept
        return { ok: true, key, cached, ms, bytes, log: await this.#disk.log(key) }
      } finally {
        kept.leases -= 1
      }
    } catch (error) {
      // Interrupted by the end of the service: that says nothing about the project.
      if (!(error instanceof WorkspaceError) || this.#closing.signal.aborted) throw error
      const ms = known?.ms ?? Math.round(performance.now() - startedMs)
      const { log, summary } = error
      return { ok: false, key, cached: known !== undefined, ms, bytes: 0, log, reason: summary }
    }
  }

  async dispose(): Promise<void> {
    this.#closing.abort()
    await Promise.allSettled([...this.#making.values()].map(({ done }) => done))
    await this.#unlock()
  }

  /** A lease on the project, made if it is not there; the caller gives it back. */
  async #take(order: Order, onStage: OnStage, signal?: AbortSignal) {
    const key = workspaceKey(order)
    const there = this.#kept.get(key)
    if (there) {
      there.leases += 1
      there.usedMs = this.#now()
      return { key, kept: there, cached: true }
    }
    if (this.#closing.signal.aborted) {
      throw new WorkspaceError('archive-failed', 'The service is stopping.')
    }
    const failure = this.#failure(key)
    if (failure) throw failure.error
    const making = this.#making.get(key) ?? this.#begin(key, order)
    const waiter: Waiter = { onStage }
    making.waiters.add(waiter)
    onStage(making.stage)
    try {
      return { key, kept: await orAborted(making.done, signal), cached: false }
    } catch (error) {
      if (waiter.kept) waiter.kept.leases -= 1
      throw error
    } finally {
      making.waiters.delete(waiter)
    }
  }

  #begin(key: string, order: Order): Making {
    const waiters = new Set<Waiter>()
    const startedMs = performance.now()
    const elapsedMs = () => Math.round(performance.now() - startedMs)
    const atStage = (stage: Stage) => {
      making.stage = stage
      for (const { onStage } of waiters) onStage(stage)
    }
    // Not at once: whoever began it must be waiting before anything can be done.
    const done = Promise.resolve()
      .then(() => this.#produce(key, order, { atStage, elapsedMs, waiters }))
      .catch((error) => this.#remember(key, error, elapsedMs()))
      .finally(() => this.#making.delete(key))
    const told = { demo: order.demo.id, key }
    // Both ways: everybody who waited may be gone when it fails.
    done.then(
      ({ bytes, ms }) => this.#options.onMade?.({ ...told, outcome: 'ok', ms, bytes }),
      (error) => {
        const outcome = this.#outcomeOf(error)
        this.#options.onMade?.({ ...told, outcome, ms: elapsedMs(), bytes: 0 })
      },
    )
    const making: Making = { stage: 'archive', waiters, done }
    this.#making.set(key, making)
    return making
  }

  #outcomeOf(error: unknown): Made['outcome'] {
    if (this.#closing.signal.aborted) return 'interrupted'
    return error instanceof WorkspaceError ? error.reason : 'error'
  }

  #failure(key: string): Failure | undefined {
    const failure = this.#failed.get(key)
    return failure && failure.untilMs > performance.now() ? failure : undefined
  }

  /** Launches of a project that does not build must not become a load. */
  async #remember(key: string, error: unknown, ms: number): Promise<never> {
    const { failureTtlMs = BUILD_FAILURE_TTL_MS, maxAgeMs = MAX_WORKSPACE_AGE_MS } = this.#options
    const nowMs = performance.now()
    for (const [old, { untilMs }] of this.#failed) if (untilMs <= nowMs) this.#failed.delete(old)
    if (error instanceof WorkspaceError && error.reason === 'build-failed') {
      this.#failed.set(key, { error, untilMs: nowMs + failureTtlMs, ms })
      const log = `${error.log.trimEnd()}\n${error.summary}\n`.trimStart()
      await this.#disk.keepFailure(key, log, this.#now() - maxAgeMs)
    }
    throw error
  }

  async #produce(
    key: string,
    { archive, demo }: Order,
    by: { atStage: OnStage; elapsedMs: () => number; waiters: ReadonlySet<Waiter> },
  ): Promise<Kept> {
    const { host, builds } = this.#options
    const staging = this.#disk.staging()
    const template = join(staging, 'template')
    try {
      await mkdir(staging, { mode: 0o755 })
      let built = { bytes: await this.#unpack(archive, template), log: '' }
      this.#atStep('unpacked')
      if (demo.build.trim() !== '') {
        by.atStage('build')
        built = await this.#builds.run(() => buildProject(host, demo, template, builds))
        this.#atStep('built')
      }
      const record = { bytes: built.bytes, ms: by.elapsedMs() }
      const usedMs = this.#now()
      await this.#moves.run(() =>
        this.#disk.publish(key, staging, record, { log: built.log, usedMs }),
      )
      const kept: Kept = { ...record, usedMs, leases: by.waiters.size }
      for (const waiter of by.waiters) waiter.kept = kept
      this.#kept.set(key, kept)
      await this.#evict(key)
      return kept
    } finally {
      await rm(staging, { recursive: true, force: true })
    }
  }

  /** Apart, so that the archive is not held in memory during the build. */
  async #unpack(archive: Order['archive'], template: string): Promise<number> {
    const { archiveOrigins: origins } = this.#options
    const source = await fetchArchive(archive, { origins, signal: this.#closing.signal })
    this.#atStep('fetched')
    return unpackProject({ source, format: archive.format }, template)
  }

  async #evict(spared?: string): Promise<void> {
    const {
      maxWorkspaces = MAX_WORKSPACES,
      maxBytes = MAX_WORKSPACES_BYTES,
      maxAgeMs = MAX_WORKSPACE_AGE_MS,
    } = this.#options
    const isOver = () => this.#kept.size > maxWorkspaces || this.stats.bytes > maxBytes
    const oldestMs = this.#now() - maxAgeMs
    const oldestFirst = [...this.#kept].sort(([, a], [, b]) => a.usedMs - b.usedMs)
    for (const [key, kept] of oldestFirst) {
      if (!isOver() && kept.usedMs >= oldestMs) return
      // Read anew each time: launches go on while folders are removed.
      if (key === spared || kept.leases > 0 || this.#kept.get(key) !== kept) continue
      this.#kept.delete(key)
      await this.#moves.run(() => this.#disk.drop(key))
    }
  }
}

/** Opens the store under `stateDir`, which belongs to this process alone. @throws {StateFolderBusy} */
export const openWorkspaces = async (options: StoreOptions): Promise<WorkspaceStore> => {
  await mkdir(options.stateDir, { recursive: true, mode: 0o755 })
  const unlock = await lockStateFolder(options.stateDir)
  try {
    const store = new DiskWorkspaces(options, unlock)
    await store.open()
    return store
  } catch (error) {
    await unlock()
    throw error
  }
}
