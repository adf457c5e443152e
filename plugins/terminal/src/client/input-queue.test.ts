import { describe, expect, test } from '@jest/globals'
import { MAX_INPUT_BYTES } from '@shellfolio/protocol'
import { createFakeClock } from './fake-clock.ts'
import { createInputQueue } from './input-queue.ts'

const setUp = (bytesPerS = 65_536) => {
  const clock = createFakeClock()
  const sent: { offset: number; data: Uint8Array }[] = []
  const queue = createInputQueue({
    offset: 0,
    bytesPerS,
    send: (offset, data) => sent.push({ offset, data }),
    clock,
  })
  const bytes = () => sent.reduce((sum, { data }) => sum + data.byteLength, 0)
  return { clock, sent, queue, bytes }
}

describe('the input queue', () => {
  test('sends a key at once', () => {
    const { queue, sent } = setUp()
    queue.push(new Uint8Array([0x61]))
    expect(sent).toEqual([{ offset: 0, data: new Uint8Array([0x61]) }])
  })

  test('sends a large paste whole, in order, in frames, within the rate', () => {
    const { clock, queue, sent, bytes } = setUp()
    const paste = Uint8Array.from({ length: 300_000 }, (_, index) => index % 251)
    expect(queue.push(paste)).toBe(true)
    queue.push(new Uint8Array([255]))
    expect(bytes()).toBeLessThanOrEqual(65_536)
    for (let second = 1; bytes() < 300_001; second += 1) {
      clock.pass(1000)
      expect(bytes()).toBeLessThanOrEqual(65_536 * (second + 1))
      expect(second).toBeLessThan(20)
    }
    expect(sent.every(({ data }) => data.byteLength <= MAX_INPUT_BYTES)).toBe(true)
    expect(Buffer.concat(sent.map(({ data }) => data))).toEqual(Buffer.from([...paste, 255]))
    let next = 0
    for (const { offset, data } of sent) {
      expect(offset).toBe(next)
      next += data.byteLength
    }
    expect(clock.pending()).toBe(0)
  })

  test('takes all of a paste or nothing', () => {
    const { queue, bytes } = setUp()
    expect(queue.push(new Uint8Array(1024 * 1024 + 1))).toBe(false)
    expect(bytes()).toBe(0)
  })

  test('forgets what waits when it is disposed of', () => {
    const { clock, queue, bytes } = setUp()
    queue.push(new Uint8Array(500_000))
    const before = bytes()
    queue.dispose()
    clock.pass(60_000)
    expect(bytes()).toBe(before)
  })
})
