import { describe, expect, it } from '@jest/globals'
import { Emulator } from './emulator.ts'
import { ttydFlow } from './ttyd.ts'

describe("ttyd's own flow control", () => {
  it('pauses behind ten watched writes and resumes as they are parsed', () => {
    const clock = { ms: 0 }
    const emulator = new Emulator({ bytesPerMs: 1000, now: () => clock.ms })
    const sent: string[] = []
    const written = ttydFlow(emulator, (op) => sent.push(op))
    for (let count = 0; count < 10; count += 1) written(100_001)
    expect(sent).toEqual([])
    written(100_001)
    expect(sent).toEqual(['2'])
    clock.ms = 2000
    emulator.tick()
    expect(sent).toEqual(['2', '3', '3', '3', '3'])
    emulator.dispose()
  })
})
