// A session that ended, for tests.
import type { EndedSession } from './ended.ts'

export const endedSession = (more: Partial<EndedSession> = {}): EndedSession => ({
  seq: 1,
  sid: 'session-1',
  demoId: 'demo-1',
  startedAt: '2026-03-01T23:59:58.000Z',
  endedAt: '2026-03-02T00:00:10.000Z',
  reason: 'exit',
  exitCode: 0,
  bytesIn: 12,
  bytesOut: 345,
  peakMemoryBytes: 6_000_000,
  cpuMs: 70,
  startMs: 180,
  hasTyped: true,
  commands: {},
  ...more,
})
