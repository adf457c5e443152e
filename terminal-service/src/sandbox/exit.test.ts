import { describe, expect, test } from '@jest/globals'
import { withCpuTime, withMemory } from './exit.ts'

describe('The end of a sandbox', () => {
  test('is for its CPU time where the kernel’s signal for that ended it', () => {
    expect(withCpuTime({ code: 152, signal: null }).exceeded).toBe('cpu')
    expect(withCpuTime({ code: null, signal: 'SIGXCPU' }).exceeded).toBe('cpu')
    expect(withCpuTime({ code: 1, signal: null }).exceeded).toBeUndefined()
  })

  test('is for its memory where its own program was killed and the kernel counted a kill', () => {
    expect(withMemory({ code: 137, signal: null }, () => true).exceeded).toBe('memory')
    expect(withMemory({ code: null, signal: 'SIGKILL' }, () => true).exceeded).toBe('memory')
  })

  test('is its own where only a child was killed, or nobody was', () => {
    expect(withMemory({ code: 0, signal: null }, () => true).exceeded).toBeUndefined()
    expect(withMemory({ code: 137, signal: null }, () => false).exceeded).toBeUndefined()
  })

  test('keeps a reason that is known already', () => {
    const exit = { code: 137, signal: null, exceeded: 'time' } as const
    expect(withMemory(exit, () => true).exceeded).toBe('time')
  })
})
