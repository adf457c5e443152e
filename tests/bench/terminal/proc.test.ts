import { describe, expect, it } from '@jest/globals'
import { cpuMs, cpuMsOf, descriptorsOf, residentKib, threadsOf } from './proc.ts'

describe('what a process uses', () => {
  it('is read behind a name with spaces and brackets', () => {
    expect(cpuMsOf('7 (a) b) c) S 1 7 7 0 -1 4194560 100 0 0 0 25 5 0 0 20 0 1')).toBe(300)
  })

  it('is known of this process', () => {
    expect(residentKib(process.pid)).toBeGreaterThan(10_000)
    expect(cpuMs(process.pid)).toBeGreaterThan(0)
    expect(threadsOf(process.pid)).toBeGreaterThan(1)
    expect(descriptorsOf(process.pid)).toBeGreaterThan(3)
  })
})
