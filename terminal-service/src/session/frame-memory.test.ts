import { describe, expect, test } from '@jest/globals'
import { FLUSH_BYTES, FRAME_MEMORY_BYTES, MAX_SPARE_FRAMES } from '../limits.ts'
import { FrameMemory } from './frame-memory.ts'

/** What a terminal is read at once, and the head of a frame. */
const READ_BYTES = 4096
const HEAD_BYTES = 5

describe('memory of frames', () => {
  test('is used again once a frame has left, and not before', () => {
    const memory = new FrameMemory()
    const [first, second] = [memory.take(5000), memory.take(5000)]
    expect(second.buffer).not.toBe(first.buffer)
    memory.giveBack(first)
    expect(memory.take(9000).buffer).toBe(first.buffer)
    expect(memory.take(9000).buffer).not.toBe(first.buffer)
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

  test('holds the frames of a flood', () => {
    expect(FRAME_MEMORY_BYTES).toBeGreaterThanOrEqual(HEAD_BYTES + FLUSH_BYTES + READ_BYTES)
  })

  test('is kept for so many frames only', () => {
    const memory = new FrameMemory()
    const frames = Array.from({ length: MAX_SPARE_FRAMES + 3 }, () => memory.take(5000))
    const all = new Set(frames.map(({ buffer }) => buffer))
    for (const frame of frames) memory.giveBack(frame)
    const again = frames.map(() => memory.take(5000).buffer)
    expect(again.filter((buffer) => all.has(buffer))).toHaveLength(MAX_SPARE_FRAMES)
  })
})
