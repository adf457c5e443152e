import { describe, expect, test } from '@jest/globals'
import { FLUSH_BYTES, FRAME_MEMORY_BYTES, MAX_SPARE_FRAMES } from '../limits.ts'
import { FrameMemory } from './frame-memory.ts'

/** What a terminal is read at once, and the head of a frame. */
const READ_BYTES = 4096
const HEAD_BYTES = 5

describe('memory of frames', () => {
  test('is used again once a frame has left, and not before', () => {
    const memory = new FrameMemory()
    const [first, second] = [memory.take(FLUSH_BYTES), memory.take(FLUSH_BYTES)]
    expect(second.buffer).not.toBe(first.buffer)
    memory.giveBack(first)
    expect(memory.take(FLUSH_BYTES + 500).buffer).toBe(first.buffer)
    expect(memory.take(FLUSH_BYTES + 500).buffer).not.toBe(first.buffer)
  })

  test('is as long as was asked for, however large or small', () => {
    const memory = new FrameMemory()
    for (const bytes of [0, 1, 2000, FRAME_MEMORY_BYTES, FRAME_MEMORY_BYTES + 1, 70_000]) {
      const frame = memory.take(bytes)
      expect(frame.byteLength).toBe(bytes)
      memory.giveBack(frame)
    }
    expect(memory.take(FLUSH_BYTES).byteLength).toBe(FLUSH_BYTES)
  })

  test('is no larger than a frame by much: many that wait must not hold more than their bytes', () => {
    const memory = new FrameMemory()
    for (let bytes = 1; bytes <= FRAME_MEMORY_BYTES; bytes += 100) {
      expect(memory.take(bytes).buffer.byteLength).toBeLessThan(2 * bytes)
    }
  })

  test('holds the frames of a flood', () => {
    expect(FRAME_MEMORY_BYTES).toBeGreaterThanOrEqual(HEAD_BYTES + FLUSH_BYTES + READ_BYTES)
  })

  test('is kept for so many frames only', () => {
    const memory = new FrameMemory()
    const frames = Array.from({ length: MAX_SPARE_FRAMES + 3 }, () => memory.take(FLUSH_BYTES))
    const all = new Set(frames.map(({ buffer }) => buffer))
    for (const frame of frames) memory.giveBack(frame)
    const again = frames.map(() => memory.take(FLUSH_BYTES).buffer)
    expect(again.filter((buffer) => all.has(buffer))).toHaveLength(MAX_SPARE_FRAMES)
  })
})
