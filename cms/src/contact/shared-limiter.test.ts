import { afterEach, describe, expect, test } from '@jest/globals'
import { createMemoryLimiter, type Limiter } from '@shellfolio/payload-terminal/limiter'
import { type TerminalRegistry, terminalRegistry } from '@shellfolio/payload-terminal/registry'
import { sharedLimiter } from './shared-limiter.ts'

const RATE = { burst: 1, perMinute: 1 }

const share = (limiter: Limiter) => {
  terminalRegistry().state = { limiter } as NonNullable<TerminalRegistry['state']>
}
afterEach(() => {
  delete terminalRegistry().state
})

const isAllowed = async (limiter: Limiter) => (await limiter.take('contact:a', RATE)).isAllowed

describe('the limiter of the contact form', () => {
  test('counts what every replica let through', async () => {
    share(createMemoryLimiter())
    expect(await isAllowed(sharedLimiter())).toBe(true)
    expect(await isAllowed(sharedLimiter())).toBe(false)
  })

  test('counts for itself while there is nothing to share, or that does not answer', async () => {
    const limiter = sharedLimiter()
    expect(await isAllowed(limiter)).toBe(true)
    share({ take: () => Promise.reject(new Error('Redis is away.')) })
    expect(await isAllowed(limiter)).toBe(false)
  })
})
