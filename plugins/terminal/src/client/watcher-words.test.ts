import { expect, test } from '@jest/globals'
import { EXIT_REASONS } from '@shellfolio/protocol'
import { exitPhase, LEFT, RECONNECTING } from './phase.ts'
import { toWatcher } from './watcher-words.ts'

test('who looks on is never told that the session was theirs', () => {
  const exits = EXIT_REASONS.map((reason) => exitPhase({ reason, code: null, signal: null, ms: 1 }))
  for (const phase of [...exits, LEFT]) {
    const told = toWatcher(phase)
    expect(told.message).not.toMatch(/you (ended|left)/i)
    expect(told).toEqual({ ...phase, message: told.message })
  }
  expect(toWatcher(LEFT).message).toBe('You no longer look on.')
})

test('whatever is the same for both is said in the same words', () => {
  expect(toWatcher(RECONNECTING)).toBe(RECONNECTING)
  const phase = { ...RECONNECTING, reason: 'toString' }
  expect(toWatcher(phase)).toBe(phase)
})
