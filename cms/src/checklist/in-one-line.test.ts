import { expect, test } from '@jest/globals'
import type { Item, Level } from './facts.ts'
import { inOneLine } from './in-one-line.ts'

const items = (...levels: Level[]): Item[] =>
  levels.map((level, at) => ({
    id: String(at),
    rule: 'needed',
    level,
    message: 'M',
    where: { path: 'p', label: 'P' },
  }))
const known = (...levels: Level[]) => ({
  state: 'known' as const,
  items: items(...levels),
  refused: undefined,
})

test('what is needed and what is worth a look are counted', () => {
  expect(inOneLine(known('blocks', 'advice', 'blocks'))).toBe('2 needed, 1 worth a look')
  expect(inOneLine(known('advice'))).toBe('1 worth a look')
  expect(inOneLine(known())).toBe('all is right')
})

test('a plan that was refused comes first, whatever else there is', () => {
  const refused = { type: 'publish' as const, plannedFor: '2026-01-01T00:00:00.000Z', reasons: [] }
  expect(inOneLine({ ...known('blocks'), refused })).toBe('a plan was refused, 1 needed')
})

test.each(['asking', 'unsaved', 'unknown'] as const)(
  'while it is %s, nothing is said to be right',
  (state) => {
    expect(inOneLine({ state })).not.toMatch(/right|needed/)
  },
)
