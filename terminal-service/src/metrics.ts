// Counts what happens, for Prometheus. Labels are ours alone: nothing a visitor or a demo chooses becomes one.
import type { ExitReason, ProblemCode } from '@shellfolio/protocol'
import { Counter, Gauge, Histogram, Registry } from 'prom-client'
import { watchProcess } from './process-metrics.ts'
import { SESSION_STATES, type SessionDirectory } from './session/directory.ts'
import type { WorkspaceStore } from './workspace/types.ts'

/** What is read when Prometheus asks, rather than counted. */
export type MetricsView = {
  sessions: Pick<SessionDirectory, 'list' | 'capacity' | 'isDraining'>
  workspaces: Pick<WorkspaceStore, 'stats'>
}

export type Metrics = {
  sessionStarted: () => void
  /** From HELLO to the first byte of the program. */
  promptShown: (ms: number) => void
  sessionEnded: (reason: ExitReason) => void
  refused: (code: ProblemCode) => void
  built: (ok: boolean, ms: number) => void
  smokeRan: (ok: boolean, ms: number) => void
  recordingStopped: () => void
  received: (bytes: number) => void
  sent: (bytes: number) => void
  readonly contentType: string
  render: (view: MetricsView) => Promise<string>
  /** Stops everything that measures by itself. */
  dispose: () => void
}

const START_BUCKETS_S = [0.02, 0.04, 0.08, 0.15, 0.3, 0.6, 1.2, 2.5, 5, 15, 60, 240]
const BUILD_BUCKETS_S = [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120]

export const createMetrics = (): Metrics => {
  const registry = new Registry()
  const registers = [registry]
  const stopWatching = watchProcess(registry)

  const counter = (name: string, help: string, labelNames: string[] = []) =>
    new Counter({ name, help, labelNames, registers })
  const gauge = (name: string, help: string, labelNames: string[] = []) =>
    new Gauge({ name, help, labelNames, registers })
  const seconds = (name: string, help: string, buckets: number[]) =>
    new Histogram({ name, help, buckets, registers })

  const launches = counter('terminal_launches_total', 'Sessions started.')
  const ends = counter('terminal_ends_total', 'Sessions ended, by reason.', ['reason'])
  const refusals = counter('terminal_refusals_total', 'Requests refused, by code.', ['code'])
  const bytes = counter('terminal_bytes_total', 'Bytes of terminals, by direction.', ['direction'])
  const builds = counter('terminal_builds_total', 'Builds asked for, by result.', ['result'])
  const smokes = counter('terminal_smoke_runs_total', 'Smoke runs, by result.', ['result'])
  const stopped = counter('terminal_recordings_stopped_total', 'Recordings that reached a limit.')
  const start = seconds('terminal_start_seconds', 'From HELLO to the prompt.', START_BUCKETS_S)
  const build = seconds('terminal_build_seconds', 'Builds.', BUILD_BUCKETS_S)
  const smoke = seconds('terminal_smoke_seconds', 'Smoke runs.', BUILD_BUCKETS_S)
  const sessions = gauge('terminal_sessions', 'Sessions now, by state.', ['state'])
  const capacity = gauge('terminal_capacity', 'Sessions at the same time, at most.')
  const draining = gauge('terminal_draining', '1 while no new sessions are taken.')
  const workspaces = gauge('terminal_workspaces', 'Prepared projects kept.')
  const making = gauge('terminal_workspaces_making', 'Projects being prepared.')
  const workspaceBytes = gauge('terminal_workspaces_bytes', 'Size of the prepared projects.')

  const resultOf = (ok: boolean) => ({ result: ok ? 'ok' : 'failed' })

  const look = ({ sessions: directory, workspaces: store }: MetricsView) => {
    const list = directory.list()
    for (const state of SESSION_STATES) {
      sessions.set({ state }, list.filter((session) => session.state === state).length)
    }
    capacity.set(directory.capacity)
    draining.set(directory.isDraining ? 1 : 0)
    const { stats } = store
    workspaces.set(stats.workspaces)
    making.set(stats.making)
    workspaceBytes.set(stats.bytes)
  }

  return {
    sessionStarted: () => launches.inc(),
    promptShown: (ms) => start.observe(ms / 1000),
    sessionEnded: (reason) => ends.inc({ reason }),
    refused: (code) => refusals.inc({ code }),
    built: (ok, ms) => {
      builds.inc(resultOf(ok))
      build.observe(ms / 1000)
    },
    smokeRan: (ok, ms) => {
      smokes.inc(resultOf(ok))
      smoke.observe(ms / 1000)
    },
    recordingStopped: () => stopped.inc(),
    received: (count) => bytes.inc({ direction: 'in' }, count),
    sent: (count) => bytes.inc({ direction: 'out' }, count),
    contentType: registry.contentType,
    render: (view) => {
      look(view)
      return registry.metrics()
    },
    dispose: () => {
      stopWatching()
      registry.clear()
    },
  }
}
