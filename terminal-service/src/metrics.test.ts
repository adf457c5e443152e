// What Prometheus is told.
import { describe, expect, test } from '@jest/globals'
import { createMetrics } from './metrics.ts'
import type { SessionInfo } from './session/directory.ts'

const info = (state: SessionInfo['state']) => ({ state }) as SessionInfo
const view = {
  sessions: {
    capacity: 24,
    isDraining: true,
    list: () => [info('live'), info('live'), info('detached')],
  },
  workspaces: { stats: { workspaces: 3, bytes: 1234, making: 1 } },
}

/** Value of a line, by its exact name and labels. */
const valueIn = (text: string, name: string) => {
  const line = text.split('\n').find((one) => one.startsWith(`${name} `))
  return line === undefined ? undefined : Number(line.slice(name.length + 1))
}

describe('the metrics', () => {
  test('count events and read what is now', async () => {
    const metrics = createMetrics()
    metrics.sessionStarted()
    metrics.promptShown(50)
    metrics.sessionEnded('idle')
    metrics.refused('terminal-full')
    metrics.built(false, 2000)
    metrics.smokeRan(true, 100)
    metrics.recordingStopped()
    metrics.received(5)
    metrics.sent(70)
    const text = await metrics.render(view)
    const lines = {
      'terminal_sessions{state="live"}': 2,
      'terminal_sessions{state="detached"}': 1,
      'terminal_sessions{state="starting"}': 0,
      terminal_capacity: 24,
      terminal_draining: 1,
      terminal_workspaces: 3,
      terminal_workspaces_making: 1,
      terminal_workspaces_bytes: 1234,
      terminal_launches_total: 1,
      'terminal_ends_total{reason="idle"}': 1,
      'terminal_refusals_total{code="terminal-full"}': 1,
      'terminal_bytes_total{direction="in"}': 5,
      'terminal_bytes_total{direction="out"}': 70,
      'terminal_start_seconds_bucket{le="0.04"}': 0,
      'terminal_start_seconds_bucket{le="0.08"}': 1,
      'terminal_builds_total{result="failed"}': 1,
      terminal_build_seconds_sum: 2,
      'terminal_smoke_runs_total{result="ok"}': 1,
      terminal_recordings_stopped_total: 1,
    }
    for (const [name, value] of Object.entries(lines)) {
      expect([name, valueIn(text, name)]).toEqual([name, value])
    }
    metrics.dispose()
  })

  test('watch the process: descriptors, memory, CPU, event loop', async () => {
    const metrics = createMetrics()
    const text = await metrics.render(view)
    expect(valueIn(text, 'terminal_descriptors')).toBeGreaterThan(3)
    expect(valueIn(text, 'terminal_descriptors_max')).toBeGreaterThan(3)
    expect(valueIn(text, 'process_resident_memory_bytes')).toBeGreaterThan(1e6)
    expect(valueIn(text, 'process_cpu_seconds_total')).toBeGreaterThan(0)
    expect(text).toContain('nodejs_eventloop_lag_seconds{quantile="0.99"}')
    metrics.dispose()
  })

  test('are independent of one another, and empty once disposed of', async () => {
    const [one, two] = [createMetrics(), createMetrics()]
    one.sessionStarted()
    expect(valueIn(await two.render(view), 'terminal_launches_total')).toBe(0)
    one.dispose()
    expect((await one.render(view)).trim()).toBe('')
    two.dispose()
  })
})
