import { describe, expect, test } from '@jest/globals'
import { entryOf, queueTests } from './contract.ts'
import { createMemoryQueue } from './memory-queue.ts'

describe('the queue in memory', () => {
  queueTests(async (options) => createMemoryQueue(options))

  test('tells its listeners of changes until they stop listening', async () => {
    const queue = createMemoryQueue()
    let heard = 0
    const stop = queue.onChange(() => {
      heard += 1
    })
    await queue.join('a', entryOf('a'))
    await queue.leave('a')
    expect(heard).toBe(1)
    stop()
    await queue.join('b', entryOf('b'))
    await queue.leave('b')
    expect(heard).toBe(1)
  })
})
