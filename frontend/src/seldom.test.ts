import { expect, test } from '@jest/globals'
import { LIMITS } from './limits.ts'
import { sayingSeldom } from './seldom.ts'

test('each kind of thing is said once in a while, whatever the others are', () => {
  let now = 0
  const lines: string[] = []
  const say = sayingSeldom<'bad' | 'good'>({ now: () => now, log: (line) => lines.push(line) })
  say('bad', 'a')
  now = LIMITS.troubleLogMs - 1
  say('bad', 'b')
  say('good', 'c')
  now = LIMITS.troubleLogMs
  say('bad', 'd')
  expect(lines).toEqual(['a', 'c', 'd'])
})
