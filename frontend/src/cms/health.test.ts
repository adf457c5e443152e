import { expect, test } from '@jest/globals'
import { LIMITS } from '../limits.ts'
import { createCmsHealth } from './health.ts'

const lines: string[] = []
let now = 0
const health = () => {
  lines.length = 0
  now = 0
  return createCmsHealth({ now: () => now, log: (line) => lines.push(line) })
}

test('trouble is said with its reason, once a minute however often it is met, and so is its end', () => {
  const cms = health()
  for (let index = 0; index < 100; index += 1) {
    cms.failed({ message: 'The CMS does not answer /api/x', trouble: 'away' })
  }
  expect(cms.trouble()).toBe('away')
  expect(lines).toEqual([
    'The CMS is of no use (away): The CMS does not answer /api/x. Pages stay as they were.',
  ])
  now = LIMITS.troubleLogMs
  cms.failed({ message: 'The CMS answered /api/x with 500', trouble: 'broken' })
  cms.answered()
  cms.answered()
  expect(cms.trouble()).toBeUndefined()
  expect(lines.slice(1)).toEqual([
    expect.stringContaining('(broken): The CMS answered /api/x with 500'),
    'The CMS answers again.',
  ])
})

test('a CMS that fails every other time does not fill the log', () => {
  const cms = health()
  for (let index = 0; index < 100; index += 1) {
    cms.failed({ message: 'x', trouble: 'wrong' })
    cms.answered()
  }
  expect(lines).toHaveLength(2)
})

test('what the CMS refuses is no trouble', () => {
  const cms = health()
  cms.failed({ message: 'The CMS answered with 404', trouble: 'refused' })
  expect([cms.trouble(), lines.length]).toEqual([undefined, 0])
})
