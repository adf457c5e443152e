import { describe, expect, test } from '@jest/globals'
import { SESSION_MAXIMA } from './limits.ts'
import { sessionLimits } from './session-limits.ts'

const MIB = 1024 * 1024

describe('the limits of a session', () => {
  test('are the demo’s own, else the owner’s defaults, else ours', () => {
    expect(sessionLimits({ memoryMb: 64 }, { memoryMb: 128, maxMinutes: 10 })).toEqual({
      idleS: 300,
      graceS: 60,
      maxS: 600,
      memoryBytes: 64 * MIB,
      diskBytes: 100 * MIB,
      processes: 64,
    })
  })

  test('never exceed the maxima, and are never nothing', () => {
    const huge = { idleMinutes: 1e9, maxMinutes: 1e9, memoryMb: 1e9, diskMb: 1e9, processes: 1e9 }
    expect(sessionLimits(huge, null)).toEqual({ ...SESSION_MAXIMA, graceS: 60 })
    const tiny = {
      idleMinutes: 1e-9,
      maxMinutes: 1e-9,
      memoryMb: 1e-9,
      diskMb: 1e-9,
      processes: 0.1,
    }
    expect(sessionLimits(tiny, undefined)).toEqual({
      idleS: 1,
      graceS: 60,
      maxS: 1,
      memoryBytes: 1,
      diskBytes: 1,
      processes: 1,
    })
  })
})
