// Sums of one day, all nothing but what a test says.
import type { DaySums } from './days.ts'

export const daySums = (more: Partial<DaySums>): DaySums => ({
  day: '2026-03-02',
  seen: 0,
  launches: 0,
  prompts: 0,
  firstCommands: 0,
  steps: 0,
  startTimes: {},
  endReasons: {},
  commands: {},
  ...more,
})
